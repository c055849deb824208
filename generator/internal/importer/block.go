package importer

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// blockMark matches the beginning or the end of a block of WordPress: its name, and what is said of
// it.
var blockMark = regexp.MustCompile(`(?s)<!--\s+(/?)wp:([\w/-]+)\s+(?:(\{.*?\})\s+)?(/?)-->`)

// body returns the text of a post as Markdown.
func (w *wordpress) body(t *target) string {
	s := w.html(t)
	notes := w.notes(t, s)
	s = noteMark.ReplaceAllStringFunc(s, func(m string) string {
		if n := notes[noteMark.FindStringSubmatch(m)[1]]; n.number > 0 {
			return fmt.Sprintf("\ufdd3%d\ufdd3", n.number)
		}
		return m
	})
	s = numbers.ReplaceAllString(w.markdown(t.where, s), "[^$1]")
	for _, n := range slices.SortedFunc(maps.Values(notes),
		func(a, b note) int { return a.number - b.number }) {
		s += fmt.Sprintf("\n\n[^%d]: %s", n.number,
			strings.Join(strings.Fields(w.markdown(t.where, n.Content)), " "))
	}
	return s
}

// html returns the text of a post as HTML, without what was not for all.
func (w *wordpress) html(t *target) string {
	s := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(noMarks.ReplaceAllString(t.Content,
		""))
	s = w.shownBlocks(t, s, nil)
	blocks := strings.Contains(s, "<!-- wp:")
	s = w.shortcodes(t, programCode(s))
	if !blocks {
		s = paragraphs(s)
	}
	return s
}

// shownBlocks leaves out the blocks that nobody, or not everybody, sees, and puts patterns in their
// places. within are the patterns that it is in.
func (w *wordpress) shownBlocks(t *target, s string, within []int) string {
	var b strings.Builder
	at := 0
	all := blockMark.FindAllStringSubmatchIndex(s, -1)
	for i, m := range all {
		if m[0] < at || m[2] < m[3] {
			continue
		}
		name, said := s[m[4]:m[5]], ""
		if m[6] >= 0 {
			said = s[m[6]:m[7]]
		}
		switch {
		case hiddenBlock(name, said):
			w.leave(t.where, "blok yang disembunyikan tidak dibawa",
				"a block that is hidden is not carried")
			b.WriteString(s[at:m[0]])
			if at = m[1]; m[8] == m[9] {
				at = blockEnd(s, all[i:])
			} else if strings.Contains(name, "paywall") { // the rest is for those who pay
				at = len(s)
			}
		case name == "block":
			b.WriteString(s[at:m[0]] + w.pattern(t, said, within))
			at = m[1]
		}
	}
	return b.String() + s[at:]
}

// blockEnd returns where the first of some blocks ends; the whole ends with one that does not.
func blockEnd(s string, marks [][]int) int {
	name, depth := s[marks[0][4]:marks[0][5]], 0
	for _, m := range marks {
		switch {
		case s[m[4]:m[5]] != name:
		case m[2] < m[3]:
			depth--
		case m[8] == m[9]:
			depth++
		}
		if depth == 0 {
			return m[1]
		}
	}
	return len(s)
}

// closedKey matches what says of a block whom it is shown to.
var closedKey = regexp.MustCompile(`(?i)^"?(blockVisibility|.*condition.*|.*restrict.*|.*member.*|.*logged_?in.*|(user|allowed|access)?_?roles?|advgbBlockControls)"?$`)

// hiddenBlock reports whether a block is not for all.
func hiddenBlock(name, said string) bool {
	if closed.MatchString(name) {
		return true
	}
	if said == "" {
		return false
	}
	var attributes any
	if json.Unmarshal([]byte(said), &attributes) != nil { // what cannot be read may say so
		return strings.Contains(said, "isib") || strings.Contains(said, "ondition")
	}
	var closes func(key string, value any) bool
	closes = func(key string, value any) bool {
		is := closedKey.MatchString(key)
		switch v := value.(type) {
		case map[string]any:
			for key, inner := range v {
				if closes(key, inner) {
					return true
				}
			}
			return is && len(v) > 0
		case []any:
			for _, inner := range v {
				if closes("", inner) {
					return true
				}
			}
			return is && len(v) > 0
		case bool:
			return is && v != strings.EqualFold(key, "blockVisibility")
		}
		return is && value != nil && value != ""
	}
	return closes("", attributes)
}

// pattern returns what a pattern shows that other posts have in common.
func (w *wordpress) pattern(t *target, said string, within []int) string {
	var block struct{ Ref int }
	_ = json.Unmarshal([]byte(said), &block) // without a number there is no pattern
	p := w.patterns[block.Ref]
	if p == nil || p.closedBy() != "" || p.Status != "publish" || len(within) > 5 ||
		slices.Contains(within, block.Ref) {
		w.leave(t.where,
			"pola %d tidak ada dalam ekspor, tidak untuk umum, atau memuat dirinya sendiri",
			"the pattern %d is not in the export, not public, or in itself", block.Ref)
		return ""
	}
	return w.shownBlocks(t, p.Content, append(within, block.Ref))
}

// A note stands below a post.
type note struct {
	ID, Content string
	number      int
}

var (
	noteMark = regexp.MustCompile(`(?s)<sup[^>]*\sdata-fn="([^"]+)"[^>]*>.*?</sup>`)
	numbers  = regexp.MustCompile("\ufdd3(\\d+)\ufdd3")
)

// notes returns the notes of a post that what is shown of it names, by their names.
func (w *wordpress) notes(t *target, shown string) map[string]note {
	said := t.meta("footnotes")
	if said == "" || !strings.Contains(shown, "<!-- wp:footnotes") {
		return nil
	}
	var all []note
	if json.Unmarshal([]byte(said), &all) != nil {
		w.leave(t.where, "catatan kakinya tidak dapat dibaca", "its notes cannot be read")
	}
	byName := map[string]note{}
	for _, n := range all {
		if strings.Contains(shown, "data-fn="+strconv.Quote(n.ID)) {
			n.number = len(byName) + 1
			byName[n.ID] = n
		}
	}
	return byName
}
