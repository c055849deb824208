package site

import (
	"testing"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

func TestGate(t *testing.T) {
	now, err := disclosure.ParseMoment("2026-03-01 07:15")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, header string
		drafts       bool
		want         Reason
	}{
		{"nothing said", "title: A\n", false, Public},
		{"public class", "title: A\nklasifikasi: berkala\n", false, Public},
		{"excluded", "title: A\nklasifikasi: dikecualikan\n", false, Closed},
		{"excluded, drafts shown", "title: A\nklasifikasi: dikecualikan\ndraft: true\n", true, Closed},
		{"nearly excluded", "title: A\nklasifikasi: Dikecualikan\n", true, Unreadable},
		{"unknown class", "title: A\nklasifikasi: rahasia\n", false, Unreadable},
		{"unknown key", "title: A\nkelas: dikecualikan\n", false, Unreadable},
		{"no title", "slug: a\n", false, Unreadable},
		{"draft", "title: A\ndraft: true\n", false, Draft},
		{"draft shown", "title: A\ndraft: true\n", true, Public},
		{"draft badly written", "title: A\ndraft: yes\n", false, Unreadable},
		{"tomorrow", "title: A\ndate: 2026-03-02\n", false, Future},
		{"today", "title: A\ndate: 2026-03-01\n", false, Public},
		{"in a minute", "title: A\npublish: 2026-03-01 07:16\n", false, Future},
		{"now", "title: A\npublish: 2026-03-01 07:15\n", false, Public},
		{"publish overrides date", "title: A\ndate: 2026-01-01\npublish: 2026-04-01\n", false, Future},
		{"last day", "title: A\nexpires: 2026-03-01\n", false, Public},
		{"yesterday", "title: A\nexpires: 2026-02-28\n", false, Expired},
		{"this minute", "title: A\nexpires: 2026-03-01 07:15\n", false, Expired},
	} {
		doc, _ := content.Parse(markdown.NewParser(), "content/halaman/a.md", []byte("---\n"+test.header+"---\nIsi.\n"))
		if got := decide(doc, now, test.drafts); got != test.want {
			t.Errorf("%s: %v, want %v (%v)", test.name, got, test.want, doc.Diags)
		}
	}
}
