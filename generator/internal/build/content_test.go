package build_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// The repository's own content shows what this program is for, so it must be without a
// mistake: no error, no warning, and no false alarm about personal data.
func TestOwnContent(t *testing.T) {
	t.Parallel()
	in := inputs(t, os.DirFS("../../.."))
	in.AsOf = disclosure.Moment{Day: disclosure.DayOf(2026, 11, 24)}
	out := &released{files: map[string]string{}}
	s := run(t, nil, in, out)
	for _, d := range s.Messages() {
		if d.Code == diag.HolidaysEnd {
			continue // in November, the decree of the next year may not be there
		}
		t.Errorf("%s: %s", d.At.File, d.Code)
	}
	traceReport(t, out.files["laporan/2025/index.html"], out.files["laporan/2025/laporan.csv"])
	checkCatalogue(t, out.files["data/katalog.jsonld"])
}

var (
	figures   = regexp.MustCompile(`(?s)<dd>([0-9.]+)</dd>|<td class="kanan">([0-9.]+)</td>|class="n [a-z]+">([0-9.]+)</text>`)
	sentences = regexp.MustCompile(`<figcaption>(.*?)</figcaption>`)
	shares    = regexp.MustCompile(`\([0-9]+(,[0-9])?%\)`) // of two figures
	number    = regexp.MustCompile(`[0-9]+`)
)

// traceReport holds that every count on the page of a report stands in its CSV, and so in
// the document's header, which the CSV is written from.
func traceReport(t *testing.T, page, file string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, row := range rows[1:] {
		known[row[3]], known[row[2]] = true, true
	}
	found := 0
	for _, m := range figures.FindAllStringSubmatch(page, -1) {
		n := strings.ReplaceAll(m[1]+m[2]+m[3], ".", "")
		if found++; !known[n] {
			t.Errorf("%s is on the page and not in the data", n)
		}
	}
	if found < 40 {
		t.Errorf("only %d figures found: %q", found, page)
	}
	for _, n := range []string{"10", "17", "3", "5", "14", "2008"} { // the limits, and the article
		known[n] = true
	}
	for _, m := range sentences.FindAllStringSubmatch(page, -1) {
		for _, n := range number.FindAllString(shares.ReplaceAllString(m[1], ""), -1) {
			if !known[n] {
				t.Errorf("%s in %q is not in the data", n, m[1])
			}
		}
	}
}

// checkCatalogue holds that every dataset and file of the catalogue has what DCAT demands.
func checkCatalogue(t *testing.T, text string) {
	t.Helper()
	var doc struct {
		Graph []struct {
			Sets []map[string]any `json:"dcat:dataset"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Graph) == 0 || len(doc.Graph[0].Sets) < 40 {
		t.Fatalf("the catalogue has no datasets: %.200s", text)
	}
	for _, set := range doc.Graph[0].Sets {
		for _, key := range []string{"@id", "@type", "dcterms:title", "dcterms:description", "dcterms:publisher", "dcterms:accessRights", "dcat:landingPage"} {
			if set[key] == nil {
				t.Errorf("%v has no %s", set["@id"], key)
			}
		}
		files, _ := set["dcat:distribution"].([]any)
		for _, f := range files {
			for _, key := range []string{"dcat:downloadURL", "dcat:mediaType", "dcat:byteSize", "spdx:checksum"} {
				if f.(map[string]any)[key] == nil {
					t.Errorf("a file of %v has no %s", set["@id"], key)
				}
			}
		}
	}
}
