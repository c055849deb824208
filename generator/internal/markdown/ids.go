package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"maklumat/generator/internal/letters"
)

// headingIDs makes the ids of headings: the slugs of their text. The second of the same text gets
// "-2". So an id changes only when its own heading does, or one of the same text above it.
type headingIDs struct {
	used map[string]bool
	next map[string]int // of a text, the number that its next heading gets when it is free
}

// Reserved are the ids of the page's frame and of what layouts show, which a body must not repeat:
// a script would take a heading for the place of its answer. Others of templates end in -h.
var Reserved = strings.Fields("isi menu q cari p l s hasil salin diterima susunan kurang kabar titik " +
	"garis data-tenggat isi-dokumen semua-tenggat siapa-memutus batas-waktu saluran-kami " +
	"saluran-luar ke-surel ke-wa dok s-keputusan s-mulai s-proses s-sambung s-selesai")

func reservedIDs() map[string]bool {
	ids := map[string]bool{}
	for _, id := range Reserved {
		ids[id] = true
	}
	return ids
}

// Generate implements parser.IDs.
func (ids *headingIDs) Generate(value []byte, _ ast.NodeKind) []byte {
	id := Slug(value)
	if len(id) == 0 {
		id = []byte("bagian")
	}
	if ids.used[string(id)] {
		base := string(id)
		n := max(ids.next[base], 2)
		for ; ids.used[string(id)]; n++ {
			id = strconv.AppendInt(append([]byte(base), '-'), int64(n), 10)
		}
		ids.next[base] = n
	}
	ids.Put(id)
	return id
}

// Put implements parser.IDs.
func (ids *headingIDs) Put(value []byte) { ids.used[string(value)] = true }

// Slug returns text as an address part: lower-case ASCII letters and digits, with single
// hyphens for everything between. Other letters are written by those of ASCII where they can be.
func Slug(s []byte) []byte {
	for _, c := range s {
		if c >= utf8.RuneSelf {
			ascii, _ := letters.ASCII(string(s))
			s = []byte(ascii)
			break
		}
	}
	id := make([]byte, 0, len(s))
	for _, c := range s {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			id = append(id, c)
		case c >= 'A' && c <= 'Z':
			id = append(id, c+'a'-'A')
		case len(id) > 0 && id[len(id)-1] != '-':
			id = append(id, '-')
		}
	}
	return bytes.TrimRight(id, "-")
}
