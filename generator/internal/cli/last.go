package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/source"
	"maklumat/generator/internal/transparency"
)

func (p *program) lastHelp() string {
	return p.say("`BERKAS` alamat.json dari rilis terakhir, atau folder berisi "+
		"itu dan catatan/entri.txt, misalnya diunduh dari situs; jika kosong, yang di folder "+
		"terbitan",
		"`FILE` alamat.json of the last release, or a folder with it and catatan/entri.txt, such as "+
			"fetched from the live site; if empty, what is in the output folder")
}

// lastAddresses reads the addresses of the last release: from a file, which must be there,
// or from the output folder, which may be new.
func (p *program) lastAddresses(file, out string) (page.Addresses, error) {
	var a page.Addresses
	given := file != ""
	if !given {
		file = out
	}
	if info, err := os.Stat(file); !given || err == nil && info.IsDir() {
		file = filepath.Join(file, page.AddressFile)
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && !given ||
		err != nil && !given && !errors.Is(err, fs.ErrPermission) {
		return a, nil
	}
	if err != nil {
		return a, fmt.Errorf("read addresses of the last release: %w", err)
	}
	if err := json.Unmarshal(b, &a); err != nil {
		return a, fmt.Errorf("read addresses of the last release in %s: %w", file, err)
	}
	return a, nil
}

// lastFolder returns the folder of the last release: that of --last, or the output folder.
func lastFolder(file, out string) string {
	if file == "" {
		return out
	}
	if info, err := os.Stat(file); err == nil && !info.IsDir() {
		return filepath.Dir(file)
	}
	return file
}

// lastLog reads the log of documents of the last release, which lies beside its addresses;
// nil when there is none.
func (p *program) lastLog(file, out string) ([]byte, error) {
	entries := filepath.FromSlash(transparency.EntriesFile)
	b, err := os.ReadFile(filepath.Join(lastFolder(file, out), entries))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read log of the last release: %w", err)
	}
	return b, nil
}

// lastRelease reads what the next release must hold itself against.
func (p *program) lastRelease(in *build.Inputs, file, out string) (err error) {
	if in.Last, err = p.lastAddresses(file, out); err == nil {
		in.Log, err = p.lastLog(file, out)
	}
	in.Shown = func() []source.Entry {
		k, err := p.openSources(file, out)
		if err != nil {
			return nil
		}
		defer k.Close()
		return k.Shown()
	}
	return err
}

// lastOfRun is lastRelease for a watched build. Once this run has released something, the log
// continues from the output folder, whatever --last says; so do the addresses if --last is of
// a site with another base_url.
func (b *builder) lastOfRun() error {
	err := b.lastRelease(&b.in, b.last, b.out)
	if err != nil || b.release == nil {
		return err
	}
	if b.in.Last.IsOther(b.snapshot.Settings().BaseURL) {
		return b.lastRelease(&b.in, "", b.out)
	}
	b.in.Log, err = b.lastLog("", b.out)
	return err
}

// lastSigned returns what was signed for the last release, zero if nothing was or it cannot be
// read. It is not asked who signed it: a site may have a new key, and all that is taken from it is
// a number.
func (b *builder) lastSigned() transparency.Release {
	folder := b.out
	if b.release == nil {
		folder = lastFolder(b.last, b.out)
	}
	note, err := os.ReadFile(filepath.Join(folder, host.ManifestNote))
	if err != nil {
		return transparency.Release{}
	}
	return transparency.Unsigned(note)
}
