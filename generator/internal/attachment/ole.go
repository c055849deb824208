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

// Sectors are bytes that are cut into pieces of one size, and which piece follows each.
type sectors struct {
	src  []byte
	size int
	next []uint32
}

// A compound is a compound file (MS-CFB).
type compound struct {
	sectors         // of the file, without its header
	small   sectors // in which lie the streams below miniature
	entries []oleEntry
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
	var found findings
	info := Info{Problem: Unseen}
	for _, e := range c.entries {
		found.add(ruleFor(oleFile, inStorage, e.name), e.name)
		r, err := c.examine(&e)
		found.add(r, e.name)
		if err != nil && info.Problem == Unseen {
			info.Problem = problemOf(err)
		}
	}
	return found.of(info)
}

// examine returns the row that speaks of a stream, or nil. What is encrypted cannot be examined.
func (c *compound) examine(e *oleEntry) (*rule, error) {
	look := map[string]func([]byte) (*rule, error){"worddocument": wordRule, "workbook": bookRule,
		"book": bookRule, "powerpoint document": slidesRule}[e.name]
	switch {
	case e.name == "encryptedpackage" || e.name == "encryptioninfo" || e.name == "encryptedsummary":
		return nil, errEncrypted
	case look == nil:
		return nil, nil
	}
	src, err := c.stream(e)
	if err != nil {
		return nil, err
	}
	return look(src)
}

// openCompound reads the header, the tables of sectors and the directory (MS-CFB, 2.2 to 2.6).
func openCompound(src []byte) (*compound, error) {
	if len(src) < 512 {
		return nil, errOLE
	}
	at := func(i int) uint32 { return binary.LittleEndian.Uint32(src[i:]) }
	shift := binary.LittleEndian.Uint16(src[30:])
	if shift != 9 && shift != 12 || binary.LittleEndian.Uint16(src[32:]) != 6 {
		return nil, errOLE
	}
	c := &compound{sectors: sectors{src: src[min(len(src), 1<<shift):], size: 1 << shift}}
	tables := []uint32{}
	for i := 76; i < 512; i += 4 {
		tables = append(tables, at(i))
	}
	more := at(68)
	for n := 0; more < noSector; n++ {
		s, ok := c.at(more)
		if !ok || len(s) < c.size || n > len(src)/c.size {
			return nil, errOLE
		}
		list := words32(s)
		tables = append(tables, list[:len(list)-1]...)
		more = list[len(list)-1]
	}
	for _, t := range tables {
		if t >= noSector {
			continue
		}
		s, ok := c.at(t)
		if !ok || len(c.next) > len(src)/c.size+c.size {
			return nil, errOLE
		}
		c.next = append(c.next, words32(s)...)
	}
	if err := c.readDirectory(at(48)); err != nil {
		return nil, err
	}
	return c, c.readSmall(at(60))
}

// noSector is the first number that is none of a sector.
const noSector = 0xfffffffa

// words32 returns the numbers of 32 bits in a sector.
func words32(b []byte) []uint32 {
	list := make([]uint32, len(b)/4)
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return list
}

// at returns a sector. The last of a file may be cut off.
func (s *sectors) at(n uint32) ([]byte, bool) {
	from := uint64(n) * uint64(s.size)
	if from >= uint64(len(s.src)) {
		return nil, false
	}
	return s.src[from:min(from+uint64(s.size), uint64(len(s.src)))], true
}

// chain returns the bytes of sectors that follow each other, at most so many.
func (s *sectors) chain(first uint32, most uint64) (b []byte, err error) {
	for n := first; n < noSector && uint64(len(b)) < most; n = s.next[n] {
		piece, ok := s.at(n)
		if !ok || uint64(n) >= uint64(len(s.next)) || len(b) > len(s.src) {
			return b, errOLE
		}
		b = append(b, piece...)
	}
	return b[:min(uint64(len(b)), most)], nil
}

// readDirectory reads all entries. The tree of storages is not followed: an entry that no storage
// has could be brought back by a program that repairs files.
func (c *compound) readDirectory(first uint32) error {
	b, err := c.chain(first, 128*maxEntries)
	if err != nil {
		return err
	}
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
		if b[66] != 1 {
			e.size = binary.LittleEndian.Uint64(b[120:]) & 0xffffffff
		}
		c.entries = append(c.entries, e)
	}
	return nil
}

// miniature is the size below which a stream lies in the stream of the root, in sectors of its own.
const miniature = 4096

// readSmall reads the stream of the root, which is the first entry, and its table (MS-CFB, 2.4).
func (c *compound) readSmall(first uint32) error {
	table, err := c.chain(first, uint64(len(c.src)))
	if err != nil || len(c.entries) == 0 {
		return errOLE
	}
	root := &c.entries[0]
	src, err := c.chain(root.first, root.size)
	c.small = sectors{src: src, size: 64, next: words32(table)}
	return err
}

// stream returns the bytes of a stream.
func (c *compound) stream(e *oleEntry) ([]byte, error) {
	in := &c.sectors
	if e.size < miniature {
		in = &c.small
	}
	b, err := in.chain(e.first, e.size)
	if err == nil && uint64(len(b)) < e.size {
		err = errOLE
	}
	return b, err
}

// wordRule looks for fields in the stream of a document (MS-DOC, 2.8.25): 0x13 begins one, in a
// text of one or two bytes a letter. Bit 8 of the flags in its head says that it is encrypted
// (2.5.2).
func wordRule(src []byte) (*rule, error) {
	if len(src) > 11 && src[0] == 0xec && src[1] == 0xa5 && src[11]&1 != 0 {
		return nil, errEncrypted
	}
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
				return r, nil
			}
		}
	}
	return nil, nil
}

// The types of records of a workbook (MS-XLS, 2.3).
const (
	recordEnd    = 0x000a // EOF
	recordLocked = 0x002f // FilePass
	recordSheet  = 0x0085 // BoundSheet8
	recordLink   = 0x01ae // SupBook
	recordBegin  = 0x0809 // BOF
)

// bookRule looks for sheets of macros and for questions to other programs in a workbook. What
// stands behind a FilePass is encrypted, with a password that Excel may know by itself.
func bookRule(src []byte) (*rule, error) {
	depth := 0 // of streams in the stream; what lies behind the last is nothing
	for begun := false; len(src) >= 4 && (!begun || depth > 0 || isBegin(src)); begun = true {
		kind, size := binary.LittleEndian.Uint16(src), int(binary.LittleEndian.Uint16(src[2:]))
		if src = src[4:]; size > len(src) || !begun && kind != recordBegin {
			return nil, errOLE
		}
		body := src[:size]
		switch kind {
		case recordBegin:
			depth++
		case recordEnd:
			depth--
		case recordLocked:
			return nil, errEncrypted
		case recordSheet:
			if size > 5 && (body[5] == 1 || body[5] == 6) {
				return &rule{does: Macro}, nil
			}
		case recordLink:
			if size > 6 && bytes.IndexByte(body, 3) >= 4 && body[0] == 0 {
				return &rule{does: DDE}, nil
			}
		}
		src = src[size:]
	}
	if depth > 0 {
		return nil, errOLE
	}
	return nil, nil
}

func isBegin(src []byte) bool { return binary.LittleEndian.Uint16(src) == recordBegin }

// slideRecords are how the records of slides begin that are refused (MS-PPT, 2.10).
var slideRecords = map[string]string{
	"\x0f\x00\xcc\x0f": Object,  // ExOleEmbedContainer
	"\x0f\x00\xce\x0f": Object,  // ExOleLinkContainer
	"\x0f\x00\xee\x0f": Control, // ExControlContainer
}

// slidesRule looks for macros and objects among the records of slides. They are found wherever they
// stand: a program goes to them by numbers, and not through what lies before.
func slidesRule(src []byte) (*rule, error) {
	for begin, does := range slideRecords {
		if bytes.Contains(src, []byte(begin)) {
			return &rule{does: does}, nil
		}
	}
	// VbaInfoAtom (2.4.11): where the macros are, and whether there are any. All slides have one.
	infos := bytes.Split(src, []byte("\x02\x00\x00\x04\x0c\x00\x00\x00"))
	for _, info := range infos[1:] {
		if !bytes.HasPrefix(info, make([]byte, 8)) {
			return &rule{does: Macro}, nil
		}
	}
	return nil, nil
}
