// Package search makes the index in which visitors search, and searches it.
//
// The package knows neither sites nor pages. A [Gatherer] counts the words of a document, and a
// [Vocabulary] gives each word a number. [Build] takes [Document]s with their counted words and
// returns the files of an [Index]. [Open] reads the first of these files, and [Searcher.Find]
// reads further ones as a query needs them. The script of the search page follows the same
// rules on the same files, and a test compares the two.
//
// # Words
//
// [Words] divides a text into words; a number such as 012/PPID/2026 is one word. Each word is
// a form of its [Lemma], which is found by taking off the affixes of Indonesian. The index
// lists the lemma of every form that occurs, so a browser needs the rules only for words of a
// query that occur nowhere.
//
// # Files
//
// All are lines of text with tabs, which every server compresses. cari/indeks.txt names the
// others, which are in cari/isi/:
//
//   - blocks: the documents as results show them, 32 in a file
//   - shards of forms: every form with its lemma
//   - shards of lemmas: every lemma with its documents and, as one letter, its score in each
//   - the column file: what every document says in the fields that narrow a search
//
// A shard is one file of a sorted table that is too large for one. The tables are cut where
// the first letters of their keys change, and files are named by their bytes, so a change of
// a document leaves most files as they are, and browsers may keep them for good.
//
// # Ranking
//
// The rank of a document is a sum over the words of the query: how rare a word is, times its
// score in the document. All numbers are whole, because then Go and a browser compute the
// same. Of two documents with the same sum the newer comes first.
package search
