package attachment

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
)

// errOLE reports a compound file that is not what MS-CFB says.
var errOLE = errors.New("broken compound file")

// An oleEntry is a storage or a stream of a compound file.
type oleEntry struct {
	name  string // in lower case
	first uint32 // its first sector
	size  uint64 // in bytes; 0 of a storage
}

// A compound is a compound file (MS-CFB).
type compound struct {
	src    []byte
	sector int      // bytes of a sector
	next   []uint32 // the sector that follows each
}

// maxEntries is the most entries of a directory that are read.
const maxEntries = 1 << 16

// readOLE examines a file of an old office program. Nobody here reads its text, so it is Unseen
// unless the table refuses what it holds.
func readOLE(src []byte, visit Visitor) Info {
	if !isOLE(src) {
		return Info{Problem: WrongType}
	}
	c, err := openCompound(src)
	if err != nil {
		return Info{Problem: Unreadable}
	}
	entries, err := c.directory()
	if err != nil {
		return Info{Problem: Unreadable}
	}
	var found findings
	info := Info{Problem: Unseen}
	for _, e := range entries {
		found.add(ruleFor(oleFile, inStorage, e.name), e.name)
		if e.name == "encryptedpackage" || e.name == "encryptioninfo" {
			info.Problem = Encrypted
		}
		switch e.name {
		case "worddocument":
			found.add(wordRule(c.stream(e)), "WordDocument")
		case "workbook", "book":
			found.add(bookRule(c.stream(e)), "Workbook")
		case "powerpoint document":
			found.add(slidesRule(c.stream(e), 0), "PowerPoint Document")
		}
	}
	return found.of(info)
}

// openCompound reads the header and the table of sectors (MS-CFB, 2.2, 2.3 and 2.5).
func openCompound(src []byte) (*compound, error) {
	if len(src) < 512 {
		return nil, errOLE
	}
	shift := binary.LittleEndian.Uint16(src[30:])
	if shift != 9 && shift != 12 {
		return nil, errOLE
	}
	c := &compound{src: src, sector: 1 << shift}
	tables := []uint32{}
	for i := 76; i < 512; i += 4 {
		tables = append(tables, binary.LittleEndian.Uint32(src[i:]))
	}
	more := binary.LittleEndian.Uint32(src[68:])
	for n := 0; more < 0xfffffffa; n++ {
		s, ok := c.at(more)
		if !ok || n > len(src)/c.sector {
			return nil, errOLE
		}
		for i := 0; i+8 <= len(s); i += 4 {
			tables = append(tables, binary.LittleEndian.Uint32(s[i:]))
		}
		more = binary.LittleEndian.Uint32(s[len(s)-4:])
	}
	for _, t := range tables {
		if t >= 0xfffffffa {
			continue
		}
		s, ok := c.at(t)
		if !ok || len(c.next) > len(src)/c.sector+c.sector {
			return nil, errOLE
		}
		for i := 0; i+4 <= len(s); i += 4 {
			c.next = append(c.next, binary.LittleEndian.Uint32(s[i:]))
		}
	}
	return c, nil
}

// at returns a sector. The last of a file may be cut off.
func (c *compound) at(n uint32) ([]byte, bool) {
	from := (uint64(n) + 1) * uint64(c.sector)
	if from+uint64(c.sector) > uint64(len(c.src)) {
		return nil, false
	}
	return c.src[from : from+uint64(c.sector)], true
}

// chain returns the bytes of sectors that follow each other, at most so many.
func (c *compound) chain(first uint32, most int) (b []byte, err error) {
	for n := first; n < 0xfffffffa; n = c.next[n] {
		s, ok := c.at(n)
		if !ok || uint64(n) >= uint64(len(c.next)) || len(b) > len(c.src) {
			return b, errOLE
		}
		if b = append(b, s...); len(b) >= most {
			break
		}
	}
	return b, nil
}

// directory returns all entries (MS-CFB, 2.6). The tree of storages is not followed: an entry that
// no storage has could be brought back by a program that repairs files.
func (c *compound) directory() ([]oleEntry, error) {
	b, err := c.chain(binary.LittleEndian.Uint32(c.src[48:]), 128*maxEntries)
	if err != nil {
		return nil, err
	}
	var entries []oleEntry
	for ; len(b) >= 128; b = b[128:] {
		size := int(binary.LittleEndian.Uint16(b[64:]))
		if b[66] == 0 || size < 2 || size > 64 {
			continue
		}
		units := make([]uint16, size/2-1)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(b[2*i:])
		}
		e := oleEntry{name: strings.ToLower(string(utf16.Decode(units))),
			first: binary.LittleEndian.Uint32(b[116:])}
		if b[66] == 2 {
			e.size = binary.LittleEndian.Uint64(b[120:]) & 0xffffffff
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// miniature is the size below which a stream lies in the stream of the root; no stream of text,
// of sheets or of slides is so small.
const miniature = 4096

// stream returns the bytes of a stream, as many as there are.
func (c *compound) stream(e oleEntry) []byte {
	if e.size < miniature {
		return nil
	}
	b, _ := c.chain(e.first, int(min(e.size, uint64(len(c.src)))))
	return b
}

// wordRule looks for fields in the stream of a document (MS-DOC, 2.8.25): 0x13 begins one, in a
// text of one or two bytes a letter.
func wordRule(src []byte) *rule {
	for _, wide := range []bool{false, true} {
		for rest := src; ; {
			at := bytes.IndexByte(rest, 0x13)
			if at < 0 {
				break
			}
			rest = rest[at+1:]
			code := rest[:min(len(rest), 64)]
			if wide {
				code = bytes.ReplaceAll(code, []byte{0}, nil)
			}
			word, _, _ := strings.Cut(strings.TrimLeft(string(code), " "), " ")
			if r := ruleFor(ooxml, inField, strings.ToUpper(word)); r != nil && !r.warn {
				return r
			}
		}
	}
	return nil
}

// The types of records of a workbook (MS-XLS, 2.3).
const (
	recordSheet  = 0x0085 // BoundSheet8
	recordLink   = 0x01ae // SupBook
	recordObject = 0x005d // Obj
)

// bookRule looks for sheets of macros and for questions to other programs in a workbook.
func bookRule(src []byte) *rule {
	for len(src) >= 4 {
		kind, size := binary.LittleEndian.Uint16(src), int(binary.LittleEndian.Uint16(src[2:]))
		if src = src[4:]; size > len(src) {
			return nil
		}
		body := src[:size]
		switch {
		case kind == recordSheet && size > 5 && (body[5] == 1 || body[5] == 6):
			return &rule{does: Macro}
		case kind == recordLink && size > 6 && bytes.IndexByte(body, 3) >= 4 && body[0] == 0:
			return &rule{does: DDE}
		}
		src = src[size:]
	}
	return nil
}

// The types of records of slides (MS-PPT, 2.13.24).
const (
	recordVBA    = 0x0400 // VbaInfoAtom
	recordEmbed  = 0x0fcc // ExternalOleEmbed
	recordTied   = 0x0fce // ExternalOleLink
	recordActive = 0x0fee // ExternalOleControl
)

// slidesRule looks for macros and objects among the records of slides.
func slidesRule(src []byte, depth int) *rule {
	for len(src) >= 8 && depth < maxLevels {
		version := src[0] & 15
		kind, size := binary.LittleEndian.Uint16(src[2:]), uint64(binary.LittleEndian.Uint32(src[4:]))
		if src = src[8:]; size > uint64(len(src)) {
			return nil
		}
		switch kind {
		case recordVBA:
			return &rule{does: Macro}
		case recordEmbed, recordTied:
			return &rule{does: Object}
		case recordActive:
			return &rule{does: Control}
		}
		if version == 15 {
			if r := slidesRule(src[:size], depth+1); r != nil {
				return r
			}
		}
		src = src[size:]
	}
	return nil
}
