package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// marks are the names under which a released folder has its manifest, by which it is recognised as
// ours: today's, and that of earlier versions of the program.
var marks = []string{host.Manifest, "maklumat.json"}

// An Entry is one file of a release.
type Entry struct {
	Path string     `json:"path"`
	Size int64      `json:"size"`
	Sum  digest.Sum `json:"sha256"`
	Type string     `json:"type"` // the media type that a server should say

	// Redirect is the address to which a redirecting page leads. A server may answer with a
	// redirect instead of the page.
	Redirect string `json:"redirect,omitempty"`
}

// A Manifest is the content of the file host.Manifest: all files of a release, sorted by path, but
// for itself and its note.
type Manifest struct {
	Generator string        `json:"generator"`
	Headers   []host.Header `json:"headers,omitempty"` // of every answer of the server
	Files     []Entry       `json:"files"`
}

// ReadManifest reads a manifest. That of another program is ErrForeign.
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

// manifestIn returns our manifest in a tree, or nil.
func manifestIn(tree string) *Manifest {
	for _, mark := range marks {
		b, err := os.ReadFile(filepath.Join(tree, mark))
		if err != nil {
			continue
		}
		if m, err := ReadManifest(b); err == nil {
			return m
		}
	}
	return nil
}

// appendText appends a text as json.Marshal would write it. Most need no escapes and are copied.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || strings.IndexByte(`"\<>&`, c) >= 0 {
			text, _ := json.Marshal(s) // a string always encodes
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// putManifest adds the manifest, and the note about it, to the release.
func (r *Release) putManifest(stats *Stats) error {
	if err := r.Put(host.Manifest, r.manifest(stats)); err != nil {
		return err
	}
	if note := r.store.note(stats.Sum); note != nil {
		return r.Put(host.ManifestNote, note)
	}
	return nil
}

// manifest returns the text of the manifest, and counts what is in it.
func (r *Release) manifest(stats *Stats) []byte {
	entries := make([]Entry, 0, len(r.want))
	for path, f := range r.want {
		if path != host.Manifest && path != host.ManifestNote {
			entries = append(entries, Entry{path, f.size, f.sum, host.Type(path),
				r.store.Redirects[path]})
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

// encodeManifest writes one file a line, so that people and version control can compare two
// manifests.
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
