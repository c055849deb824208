// Package search makes the index in which visitors search, and searches it.
//
// It knows neither sites nor pages: a [Gatherer] counts words, which a [Vocabulary] numbers;
// [Build] takes [Document]s with their counted words and returns the files of an [Index]; [Open] reads such files one by one as they are needed and
// [Searcher.Find] answers a query. The script of the search page does the same with the same
// files and the same rules, and a test holds the one to the other.
//
// # Words
//
// [Words] divides a text; numbers such as 012/PPID/2026 are words of their own. A word
// stands for its [Lemma], found by taking off the affixes of Indonesian: the index stores the
// lemma of every form that occurs, so that a browser needs no rules for those.
//
// # Files
//
// All are lines of text with tabs, which every server compresses. cari/indeks.txt names the
// others, which are in cari/isi/: blocks of documents as they are shown, shards of forms
// with their lemmas, shards of lemmas with the documents that have them and a score of one
// letter each, and a column file by which results are narrowed. Shards are cut where the
// letters of their keys differ, and files are named by their bytes, so that a change leaves
// most of them as they are and browsers may keep them for good.
//
// # Ranking
//
// A document's score is the sum over the words of a query of how rare the word is times how
// much it says about the document, in whole numbers, which come out the same in Go and in a
// browser. Of equals the newer comes first.
package search
