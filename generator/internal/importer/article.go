package importer

import (
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

var (
	dateline = regexp.MustCompile(`^(\p{Lu}[\p{L} .]{2,40}), ([a-z0-9.-]+\.[a-z]{2,}) ?[–—-] `)
	eventDay = regexp.MustCompile(`\((\d{1,2})/(\d{1,2})/(\d{2,4})\)`)
	byline   = regexp.MustCompile(
		`\s*\(((?:Humas|Tim|Kontributor|Penulis|Rep|Red)[^()]{0,80})\)\s*$`)
	seen      = regexp.MustCompile(`(?i)^dilihat\s+([\d.]+)\s+kali\.?$`)
	sharing   = regexp.MustCompile(`(?i)^(bagikan|share)\s*:?$|^((` + places + `)[\s|,]*)+$`)
	listItem  = regexp.MustCompile(`\s*\(([a-z]|\d{1,2})\)\s*`)
	fileDay   = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)
	lastWords = regexp.MustCompile(`[;,]?\s*(?:dan|serta|atau)?\s*$`)
)

// places are what the buttons for sharing below an article are called.
const places = `facebook|twitter|whatsapp|whatapps|telegram|instagram|email|x|line|` +
	`copy link|salin tautan`

// errNotUTF8 is the error for a text in another encoding. A guess at it could change names.
func errNotUTF8(name string) error {
	return unreadable("%s bukan UTF-8: simpan lagi sebagai UTF-8",
		"%s is not UTF-8: save it again as UTF-8", path.Base(name))
}

// Article reads an article copied from a page: its title on the first line, and at the end what
// stood around it on the page, such as buttons for sharing and the number of views.
func Article(name string, src []byte, o *Options) (*Result, error) {
	r := newResult(o)
	if !utf8.Valid(src) {
		return nil, errNotUTF8(name)
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(src), "\ufeff"), "\r\n", "\n")
	title, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	title = plainLine(title)
	var h header
	var body []string
	for part := range strings.SplitSeq(rest, "\n") {
		part = strings.TrimSpace(part)
		if m := seen.FindStringSubmatch(part); m != nil {
			if n := number(strings.ReplaceAll(m[1], ".", "")); n > 0 {
				h.set("dilihat", map[string]any{"jumlah": n, "sampai": o.Today.String()})
				r.leave(name, "dilihat %d kali, dihitung sampai hari ini; "+
					"perbaiki \"sampai\" jika perlu",
					"seen %d times, counted until today; correct sampai: if need be", n)
			}
			continue
		}
		if part != "" && !sharing.MatchString(part) {
			body = append(body, part)
		}
	}
	if title == "" || len(body) == 0 {
		r.leave(name, "tidak ada judul dan isi", "there is no title and text")
		return r, nil
	}
	all := strings.Join(body, "\n\n")
	calm := sentenceCase(title, all)
	h.set("title", calm)
	if calm != title {
		h.set("title_asli", title)
	}
	if m := dateline.FindStringSubmatch(body[0]); m != nil {
		h.set("dateline", map[string]string{"kota": m[1], "sumber": m[2]})
		body[0] = body[0][len(m[0]):]
	}
	event, dated := disclosure.Day(0), false
	if m := eventDay.FindStringSubmatch(all); m != nil {
		written := content.GuessDate(m[1] + "/" + m[2] + "/" + m[3])
		if d, err := disclosure.ParseDay(written); err == nil {
			event, dated = d, true
			h.set("tanggal_kegiatan", d.String())
		}
	}
	last := len(body) - 1
	if m := byline.FindStringSubmatch(body[last]); m != nil {
		h.set("penulis", m[1])
		body[last] = strings.TrimSuffix(body[last], m[0])
	}
	day := event
	if m := fileDay.FindString(path.Base(name)); m != "" {
		if d, err := disclosure.ParseDay(m); err == nil {
			day, dated = d, true
		}
	} else if dated {
		r.leave(name, "tanggal terbit tidak disebut; dipakai tanggal kegiatan %s",
			"the day of publication is not said; that of the event is used, %s", event)
	}
	if !dated {
		day = o.Today
		r.leave(name, "tanggal terbit tidak disebut; dipakai hari ini, dan dokumennya konsep",
			"the day of publication is not said; today is used, and the document is a draft")
		h.set("draft", true)
	}
	h.set("date", day.String())
	h.set("kategori", r.category(nil))
	for i, part := range body {
		if list, ok := inlineList(part); ok {
			body[i] = list
			r.leave(name, "daftar di dalam paragraf %d ditulis sebagai butir; periksa",
				"the list within paragraph %d is written as items; check it", i+1)
		}
	}
	file, _ := r.newsPath(day, content.SlugOf(calm))
	r.add(name, file, h, strings.Join(body, "\n\n"), nil)
	return r.formatted(), nil
}

// sentenceCase turns a title in capitals into a sentence. It writes each word as the text does in
// the middle of sentences, so that names and abbreviations keep their capitals.
func sentenceCase(title, text string) string {
	if strings.ToUpper(title) != title || len(title) < 8 {
		return title
	}
	forms := map[string]map[string]int{}
	before := ""
	for _, w := range strings.Fields(text) {
		bare := strings.TrimFunc(w, func(c rune) bool {
			return !unicode.IsLetter(c) && !unicode.IsDigit(c)
		})
		// After a full stop every word has a capital.
		if bare != "" && before != "" && !strings.HasSuffix(before, ".") &&
			!strings.HasSuffix(before, "–") {
			key := strings.ToLower(bare)
			if forms[key] == nil {
				forms[key] = map[string]int{}
			}
			forms[key][bare]++
		}
		before = w
	}
	words := strings.Fields(title)
	for i, w := range words {
		best, most := strings.ToLower(w), 0
		small := forms[strings.ToLower(w)][strings.ToLower(w)]
		for form, n := range forms[strings.ToLower(w)] {
			if n > most || n == most && form < best {
				best, most = form, n
			}
		}
		if small > 0 { // a word that is written small somewhere is no name
			best = strings.ToLower(w)
		}
		words[i] = best
	}
	out := []rune(strings.Join(words, " "))
	out[0] = unicode.ToUpper(out[0])
	return string(out)
}

// inlineList turns "…, antara lain: (a) satu; (b) dua; dan (c) tiga." into a list. There must be
// at least three items, and their marks must count from a or 1.
func inlineList(part string) (string, bool) {
	marks := listItem.FindAllStringSubmatchIndex(part, -1)
	if len(marks) < 3 || !strings.HasSuffix(strings.TrimSpace(part[:marks[0][0]]), ":") {
		return part, false
	}
	for i, m := range marks {
		label := part[m[2]:m[3]]
		if label != string(rune('a'+i)) && label != string(rune('1'+i)) {
			return part, false
		}
	}
	var b strings.Builder
	b.WriteString(strings.TrimSpace(part[:marks[0][0]]) + "\n\n")
	for i, m := range marks {
		end := len(part)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		item := strings.TrimSpace(part[m[1]:end])
		if i+1 < len(marks) {
			item = lastWords.ReplaceAllString(item, "")
		}
		b.WriteString("- " + strings.TrimSuffix(item, ".") + "\n")
	}
	return strings.TrimSpace(b.String()), true
}
