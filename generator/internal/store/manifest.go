package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// ManifestName is the file in every release that lists all others. It is also the mark of
// a folder that is ours.
const ManifestName = host.Manifest

// marks are the names that the mark has had.
var marks = []string{ManifestName, "maklumat.json"}

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

// A Manifest is what ManifestName holds: all files of a release but itself and its note,
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
		return nil, fmt.Errorf("read %s: %w", ManifestName, err)
	}
	if m.Generator != "maklumat" {
		return nil, fmt.Errorf("read %s: %w", ManifestName, ErrForeign)
	}
	return &m, nil
}

// putManifest adds the list of all files.
func (r *Release) putManifest(stats *Stats) error {
	text := r.manifest(stats)
	written := r.written
	err := r.Put(ManifestName, text)
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
		if path != ManifestName && path != host.ManifestNote {
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
	for i, e := range entries {
		if i > 0 {
			b.WriteByte(',')
		}
		path, _ := json.Marshal(e.Path) // a string always encodes
		fmt.Fprintf(&b, "\n{\"path\":%s,\"size\":%d,\"sha256\":\"%s\",\"type\":%q", path, e.Size, e.Sum, e.Type)
		if e.Redirect != "" {
			to, _ := json.Marshal(e.Redirect)
			fmt.Fprintf(&b, ",\"redirect\":%s", to)
		}
		b.WriteByte('}')
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}
