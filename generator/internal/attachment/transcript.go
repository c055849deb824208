package attachment

import (
	"html"
	"regexp"
	"strings"
)

var (
	voice = regexp.MustCompile(`<v(?:\.[^ >]*)? ([^>]+)>`)
	cue   = regexp.MustCompile(`<[^>]*>`)
)

// maxTranscript is how many characters a paragraph of a transcript has before it ends with the next
// sentence.
const maxTranscript = 400

// Transcript returns what is said in a file of captions, WebVTT, as paragraphs: one for each
// speaker in turn, long ones divided between sentences. What is shown twice, as captions that grow
// do, is told once.
func Transcript(src []byte) (paragraphs []string) {
	var b strings.Builder
	last := ""
	flush := func() {
		if b.Len() > 0 {
			paragraphs = append(paragraphs, b.String())
			b.Reset()
		}
	}
	text := strings.ReplaceAll(strings.TrimPrefix(asText(src), "\ufeff"), "\r\n", "\n")
	for _, block := range strings.Split(text, "\n\n") {
		lines := strings.Split(strings.Trim(block, "\n"), "\n")
		timed := -1
		for i, line := range lines {
			if strings.Contains(line, "-->") {
				timed = i
				break
			}
		}
		if timed < 0 { // the head, a note or a style
			continue
		}
		for _, line := range lines[timed+1:] {
			if m := voice.FindStringSubmatch(line); m != nil {
				flush()
				line = m[1] + ": " + line
			}
			line = html.UnescapeString(cue.ReplaceAllString(line, ""))
			line = strings.Join(strings.Fields(line), " ")
			if line == "" || line == last {
				continue
			}
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(line)
			last = line
			if b.Len() > maxTranscript && strings.ContainsAny(line[len(line)-1:], ".?!") {
				flush()
			}
		}
	}
	flush()
	return paragraphs
}
