package host

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// A copy of the site that is opened from a folder, without a server, needs addresses that lead
// from file to file, and an index that comes as scripts: browsers fetch nothing from a folder.

// searchPage and searchFolder are where the search and its index are.
const (
	searchPage   = "cari/index.html"
	searchFolder = "cari/"
)

var (
	localAttr   = regexp.MustCompile(`( (?:href|src|action|poster|data-minta|data-bukti)=")(/[^"]*)"`)
	localSrcset = regexp.MustCompile(`( srcset=")([^"]*)"`)
	localMeta   = regexp.MustCompile(`(<meta http-equiv="refresh" content="[^"]*url=)(/[^"]*)"`)
	localPolicy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="[^"]*"`)
)

// Local returns a file of the site as it is in such a copy, and the name that it has there.
// A nil text means that the file is the same.
func Local(base, file string, text func() ([]byte, error)) (name string, local []byte, err error) {
	switch {
	case strings.HasSuffix(file, ".html"):
		b, err := text()
		if err != nil {
			return file, nil, err
		}
		return file, localPage(base, file, b), nil
	case strings.HasPrefix(file, searchFolder) && strings.HasSuffix(file, ".txt"):
		b, err := text()
		if err != nil {
			return file, nil, err
		}
		name := strings.TrimSuffix(file, ".txt")
		key := strings.TrimPrefix(strings.TrimPrefix(name, searchFolder), "isi/")
		k, _ := json.Marshal(key) // texts always encode
		v, _ := json.Marshal(string(b))
		return name + ".js", fmt.Appendf(nil, "maklumatBerkas(%s,%s);\n", k, v), nil
	}
	return file, nil, nil
}

// localPage makes the addresses of a page relative and lets its policy accept files.
func localPage(base, file string, page []byte) []byte {
	up := strings.Repeat("../", strings.Count(file, "/"))
	relative := func(address []byte) []byte {
		rest, ok := bytes.CutPrefix(address, []byte(base))
		if !ok || bytes.HasPrefix(address, []byte("//")) {
			return address
		}
		path, more := rest, []byte{}
		if i := bytes.IndexAny(rest, "?#"); i >= 0 {
			path, more = rest[:i], rest[i:]
		}
		out := []byte(up + string(path))
		if len(path) == 0 || path[len(path)-1] == '/' {
			out = append(out, "index.html"...)
		}
		return append(out, more...)
	}
	swap := func(pattern *regexp.Regexp, change func([]byte) []byte) {
		page = pattern.ReplaceAllFunc(page, func(m []byte) []byte {
			p := pattern.FindSubmatch(m)
			return append(append(bytes.Clone(p[1]), change(p[2])...), '"')
		})
	}
	swap(localAttr, relative)
	swap(localMeta, relative)
	swap(localSrcset, func(set []byte) []byte {
		parts := bytes.Split(set, []byte(","))
		for i, part := range parts {
			part = bytes.TrimSpace(part)
			address, width, _ := bytes.Cut(part, []byte(" "))
			parts[i] = bytes.TrimSpace(append(append(relative(address), ' '), width...))
		}
		return bytes.Join(parts, []byte(", "))
	})
	return localPolicy.ReplaceAllFunc(page, func(m []byte) []byte {
		m = bytes.ReplaceAll(m, []byte("&#39;self&#39;"), []byte("&#39;self&#39; file:"))
		if file == searchPage { // where the list of scripts ends, files come in too
			m = bytes.Replace(m, []byte("; img-src"), []byte(" file:; img-src"), 1)
		}
		return m
	})
}
