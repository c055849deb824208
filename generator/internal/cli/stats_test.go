package cli

import "testing"

// FuzzRequest holds that no line of a log breaks the reading.
func FuzzRequest(f *testing.F) {
	f.Add(`203.0.113.7 - - [02/Mar/2026:08:00:00 +0700] "GET /x/ HTTP/1.1" 200 5123 "-" "Mozilla/5.0"`)
	f.Add(`{"ts":1772503200.5,"status":200,` +
		`"request":{"method":"GET","uri":"/x/","headers":{"User-Agent":["a"]}}}`)
	f.Fuzz(func(t *testing.T, line string) {
		if q, ok := parseRequest(line); ok && (q.uri == "" || q.when.IsZero()) {
			t.Errorf("%q: %+v", line, q)
		}
	})
}
