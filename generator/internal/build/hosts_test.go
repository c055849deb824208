package build_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/disclosure"
)

// keeper is an Output that has all scaled pictures already, each of a size.
type keeper struct {
	released
	size int64
}

func (k *keeper) Keep(string) (int64, bool) { return k.size, true }

// TestKeptFilesCount holds that a file which a release keeps from the one before counts for
// the limits of a host as one that is made.
func TestKeptFilesCount(t *testing.T) {
	files := project(t)
	set(files, "content/site.yaml", siteYAML+"hosts: [cloudflare]\n")
	set(files, "content/foto.png", pixel)
	set(files, "content/halaman/a.md", "---\ntitle: A\n---\n![x](../foto.png)\n")
	for _, test := range []struct {
		size int64
		want bool
	}{{1000, false}, {27 << 20, true}} {
		in := inputs(t, files)
		s, err := build.Build(context.Background(), nil, in)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Make(context.Background(), nil, &keeper{released{files: map[string]string{}}, test.size}); err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, d := range s.Messages() {
			codes = append(codes, string(d.Code))
		}
		if slices.Contains(codes, "host/file") != test.want {
			t.Errorf("%d bytes: %v", test.size, codes)
		}
	}
}

// TestLogOfTheDay holds that what is first published after midnight, by a program that was
// started before, is recorded under the new day.
func TestLogOfTheDay(t *testing.T) {
	files := project(t)
	set(files, "content/site.yaml", siteYAML+"catatan_dokumen: true\n")
	set(files, "content/informasi/2026/data.csv", "a,b\n1,2\n")
	set(files, "content/informasi/2026/laporan.md", `---
title: Laporan
summary: Laporan tahunan.
klasifikasi: berkala
penguasa: ppid
penanggung_jawab: Sekretaris
dibuat: {tempat: Soreang, tanggal: 2026-01-12}
bentuk: [daring]
retensi: 5 tahun
updated: 2026-01-12
berkas: data.csv
---
`)
	in := inputs(t, files)
	out := &released{files: map[string]string{}}
	s := run(t, nil, in, out)
	if log := out.files["catatan/entri.txt"]; !strings.HasPrefix(log, "2026-03-01 ") {
		t.Fatalf("log %q: %v", log, s.Messages())
	}
	in.Hints = []string{}
	in.AsOf = disclosure.Moment{Day: in.AsOf.Day + 1}
	run(t, s, in, out)
	in.Hints = nil
	fresh := &released{files: map[string]string{}}
	run(t, nil, in, fresh)
	if log := out.files["catatan/entri.txt"]; !strings.HasPrefix(log, "2026-03-02 ") {
		t.Errorf("log %q", log)
	}
	if !maps.Equal(out.files, fresh.files) {
		t.Error("not what is built from nothing")
	}
}
