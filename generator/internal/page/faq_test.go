package page

import (
	"html/template"
	"strings"
	"testing"
)

// TestFAQ says what of a page's text is a question, and what its answer.
func TestFAQ(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"two questions", "<h2 id=a>Siapa <em>boleh</em>?</h2><p>Semua<wbr>nya.</p><ul><li>satu<li>dua</ul><h2>Berapa?</h2><p>Rp0 &amp; gratis.</p>", "Siapa boleh?=Semuanya. satu dua|Berapa?=Rp0 & gratis."},
		{"a heading that asks nothing", "<p>Awal.</p><h2>Lain</h2><p>Isi.</p><h2>Apa?</h2><p>Ini.</p>", "Apa?=Ini."},
		{"a question without an answer", "<h2>Apa?</h2><h2>Kapan?</h2><p>Kini.</p>", "Kapan?=Kini."},
		{"a part of an answer", "<h2>Apa?</h2><h3>Satu</h3><p>Isi.</p>", "Apa?=Satu Isi."},
		{"a sign in an address", `<h2>Apa?</h2><p><a href="/a?b>c" title='<h2>'>Ini</a>.</p>`, "Apa?=Ini."},
		{"none", "<p>Isi?</p>", ""},
	} {
		g := &Filling{view: &View{Body: template.HTML(tt.body)}}
		var got []string
		if f := g.faq(); f != nil {
			for _, q := range f.Graph[0].Questions {
				got = append(got, q.Name+"="+q.Answer.Text)
			}
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}
