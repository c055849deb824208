package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// marks are the names that the mark of a folder of ours has had: the file that lists all
// others.
var marks = []string{host.Manifest, "maklumat.json"}

// An Entry is one file of a release.
type Entry struct {
	Path string     `json:"path"`
	Size int64      `json:"size"`
	Sum  digest.Sum `json:"sha256"`
	Type string     `json:"type"` // the media type that a server should say

	// Redirect is the address to which a redirecting page leads. A server that can redirect
	// answers with that and not with the page.
	Redirect string `json:"redirect,omitempty"`
}

// A Manifest is what the file host.Manifest holds: all files of a release but itself and its note,
// sorted by path.
type Manifest struct {
	Generator string        `json:"generator"`
	Headers   []host.Header `json:"headers,omitempty"` // that every answer has
	Files     []Entry       `json:"files"`
}

// ReadManifest reads a manifest. What is not one of ours is an error.
func ReadManifest(b []byte) (*Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("read %s: %w", host.Manifest, err)
	}
	if m.Generator != "maklumat" {
		return nil, fmt.Errorf("read %s: %w", host.Manifest, ErrForeign)
	}
	return &m, nil
}

// appendText appends a text as JSON. Most are plain enough to be written as they are.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			text, _ := json.Marshal(s) // a string always encodes
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// putManifest adds the list of all files.
func (r *Release) putManifest(stats *Stats) error {
	text := r.manifest(stats)
	written := r.written
	err := r.Put(host.Manifest, text)
	if note := r.store.note(stats.Sum); err == nil && note != nil {
		err = r.Put(host.ManifestNote, note)
	}
	r.written = written
	return err
}

// manifest returns the list of all files.
func (r *Release) manifest(stats *Stats) []byte {
	entries := make([]Entry, 0, len(r.want))
	for path, f := range r.want {
		if path != host.Manifest && path != host.ManifestNote {
			entries = append(entries, Entry{path, f.size, f.sum, host.Type(path), r.store.Redirects[path]})
			stats.Files++
			stats.Bytes += f.size
		}
	}
	slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	text := encodeManifest(r.store.Headers, entries)
	stats.Sum = digest.Of(text)
	return text
}

// note returns the signed note about a manifest, nil when nobody signs.
func (s *Store) note(sum digest.Sum) []byte {
	if s.Sign == nil {
		return nil
	}
	return s.Sign(sum)
}

// encodeManifest writes one file a line, so that people and version control can compare.
func encodeManifest(headers []host.Header, entries []Entry) []byte {
	var b bytes.Buffer
	b.WriteString("{\"generator\":\"maklumat\",")
	if len(headers) > 0 {
		text, _ := json.Marshal(headers) // strings always encode
		fmt.Fprintf(&b, "\n\"headers\":%s,\n", text)
	}
	b.WriteString("\"files\":[")
	var line []byte
	for i, e := range entries {
		if i > 0 {
			b.WriteByte(',')
		}
		line = append(appendText(append(line[:0], "\n{\"path\":"...), e.Path), ",\"size\":"...)
		line = append(strconv.AppendInt(line, e.Size, 10), ",\"sha256\":\""...)
		line = appendText(append(hex.AppendEncode(line, e.Sum[:]), "\",\"type\":"...), e.Type)
		if e.Redirect != "" {
			line = appendText(append(line, ",\"redirect\":"...), e.Redirect)
		}
		b.Write(append(line, '}'))
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}
