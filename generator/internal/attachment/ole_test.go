package attachment

import (
	"compress/gzip"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// compoundOf makes a compound file (MS-CFB) of version 3 with entries of some names, the first of
// which is the root. A name may be followed by a bar and the bytes of its stream. Small streams lie
// in the stream of the root, as programs write them.
func compoundOf(entries ...string) string {
	const size, end = 512, 0xfffffffe
	u32 := binary.LittleEndian.AppendUint32
	// add appends bytes in sectors of some size that follow each other, and returns the first.
	add := func(to, table []byte, size int, body string) (uint32, []byte, []byte) {
		first := len(table) / 4
		to = append(to, body+strings.Repeat("\x00", (size-len(body)%size)%size)...)
		for len(table)/4 < len(to)/size {
			table = u32(table, uint32(len(table)/4+1))
		}
		if len(table)/4 == first {
			return end, to, table
		}
		return uint32(first), to, u32(table[:len(table)-4], end)
	}
	sectors, table := make([]byte, size), u32(nil, 0xfffffffd) // the first is the table itself
	var small, smallTable, directory []byte
	for n, e := range entries {
		name, body, isStream := strings.Cut(e, "|")
		entry := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(entry[2*i:], u)
			binary.LittleEndian.PutUint16(entry[64:], uint16(2*i+4))
		}
		entry[66] = 1
		if n == 0 {
			entry[66] = 5
		}
		if isStream {
			var first uint32
			if len(body) < miniature {
				first, small, smallTable = add(small, smallTable, 64, body)
			} else {
				first, sectors, table = add(sectors, table, size, body)
			}
			entry[66] = 2
			binary.LittleEndian.PutUint32(entry[116:], first)
			binary.LittleEndian.PutUint64(entry[120:], uint64(len(body)))
		}
		directory = append(directory, entry...)
	}
	header := make([]byte, size)
	copy(header, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	set := func(at int, n uint32) { binary.LittleEndian.PutUint32(header[at:], n) }
	var first uint32
	first, sectors, table = add(sectors, table, size, string(small))
	binary.LittleEndian.PutUint32(directory[116:], first)
	binary.LittleEndian.PutUint64(directory[120:], uint64(len(small)))
	first, sectors, table = add(sectors, table, size, string(smallTable))
	set(60, first)
	first, sectors, table = add(sectors, table, size, string(directory))
	set(48, first)
	for len(table) < size {
		table = u32(table, 0xffffffff)
	}
	copy(sectors, table)
	set(24, 3<<16)
	set(30, 6<<16|9)
	set(44, 1)
	set(68, end)
	for i := 80; i < size; i += 4 {
		set(i, 0xffffffff)
	}
	return string(header) + string(sectors)
}

// TestCompound holds that the tests' own compound files are read as they are meant.
func TestCompound(t *testing.T) {
	src := compoundOf("Root Entry", "WordDocument|isi", "1Table|"+strings.Repeat("x", 5000), "Data|")
	c, err := openCompound([]byte(src))
	if err != nil || len(c.entries) < 4 || c.entries[2].name != "1table" {
		t.Fatalf("%+v, %v", c, err)
	}
	for n, want := range []string{"isi", strings.Repeat("x", 5000), ""} {
		if got, err := c.stream(&c.entries[n+1]); string(got) != want || err != nil {
			t.Errorf("%.10q, %v, want %.10q", got, err, want)
		}
	}
}

// A record of a workbook or of slides.
func biff(kind uint16, body string) string {
	b := binary.LittleEndian.AppendUint16(nil, kind)
	return string(binary.LittleEndian.AppendUint16(b, uint16(len(body)))) + body
}

func atom(version byte, kind uint16, body string) string {
	b := binary.LittleEndian.AppendUint16([]byte{version, 0}, kind)
	return string(binary.LittleEndian.AppendUint32(b, uint32(len(body)))) + body
}

// book is a part of a workbook with some records.
func book(records string) string {
	return biff(recordBegin, "\x00\x06\x05\x00") + records + biff(recordEnd, "")
}

// TestOtherPrograms holds that old office files as other programs write them are looked through,
// and that those they encrypted are known for it.
func TestOtherPrograms(t *testing.T) {
	names, err := filepath.Glob("testdata/ole/*.gz")
	if err != nil || len(names) < 6 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		src, err := io.ReadAll(r)
		if f.Close(); err != nil {
			t.Fatal(err)
		}
		want := Info{Problem: Unseen}
		if strings.Contains(name, "locked") {
			want.Problem = Encrypted
		}
		if got := Read(strings.TrimSuffix(name, ".gz"), src, discard); !same(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

// TestBrokenCompound holds that a compound file that cannot be looked through is not Unseen, which
// an editor may let pass.
func TestBrokenCompound(t *testing.T) {
	letter := compoundOf("Root Entry", "WordDocument|isi", "1Table|"+strings.Repeat("x", 5000))
	edit := func(at int, with string) string { return letter[:at] + with + letter[at+len(with):] }
	locked := "\xec\xa5\xc1\x00\x00\x00\x00\x00\x00\x00\x00"
	for _, tt := range []struct {
		name, file, src string
		want            Problem
	}{
		{"whole", "a.doc", letter, Unseen},
		{"cut off in its header", "a.doc", letter[:300], Unreadable},
		{"cut off in its directory", "a.doc", letter[:len(letter)-400], Unreadable},
		{"without its table", "a.doc", edit(76, "\xff\xff\xff\xff"), Unreadable},
		{"a table far away", "a.doc", edit(76, "\xff\x00\x00\x00"), Unreadable},
		{"a directory far away", "a.doc", edit(48, "\xff\x00\x00\x00"), Unreadable},
		{"small streams far away", "a.doc", edit(60, "\xff\x00\x00\x00"), Unreadable},
		{"sectors of another size", "a.doc", edit(30, "\x0a"), Unreadable},
		{"small sectors of another size", "a.doc", edit(32, "\x05"), Unreadable},
		{"a circle of tables", "a.doc", edit(68, "\x00\x00\x00\x00"), Unreadable},
		{"a circle of sectors", "a.doc", edit(512+4*13, "\x0d\x00\x00\x00"), Unreadable},
		{"a letter that is encrypted", "a.doc", compoundOf("Root Entry", "WordDocument|"+locked+"\x01"), Encrypted},
		{"a letter that is not", "a.doc", compoundOf("Root Entry", "WordDocument|"+locked+"\x00"), Unseen},
		{"a workbook that is encrypted", "a.xls", compoundOf("Root Entry", "Workbook|"+book(biff(recordLocked, "\x01\x00"))), Encrypted},
		{"a workbook of Excel 95 that is encrypted", "a.xls", compoundOf("Root Entry", "Book|"+book(biff(recordLocked, "abcd"))), Encrypted},
		{"slides that are encrypted", "a.ppt", compoundOf("Root Entry", "EncryptedSummary|x"), Encrypted},
		{"a new file that is encrypted", "a.xls", compoundOf("Root Entry", "EncryptionInfo|x", "EncryptedPackage|x"), Encrypted},
		{"a workbook that is no workbook", "a.xls", compoundOf("Root Entry", "Workbook|isi!"), Unreadable},
		{"a record that is cut off", "a.xls", compoundOf("Root Entry", "Workbook|"+biff(recordBegin, "\x00\x06")+"\x85\x00\xff\x00"), Unreadable},
		{"a workbook without its end", "a.xls", compoundOf("Root Entry", "Workbook|"+biff(recordBegin, "\x00\x06")), Unreadable},
	} {
		if got := Read(tt.file, []byte(tt.src), discard); got.Problem != tt.want {
			t.Errorf("%s: %+v, want %v", tt.name, got, tt.want)
		}
	}
}
