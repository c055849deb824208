package markdown

import (
	"encoding/binary"
	"iter"

	"maklumat/generator/internal/diag"
)

// A site keeps the headings and references of all its documents in memory. Each document has
// them coded in one string, because the garbage collector would have to follow dozens of
// pointers for each document if they were slices of structs.

// An Outline is the headings of a body, packed.
type Outline string

// PackOutline packs headings.
func PackOutline(headings []Heading) Outline {
	var b []byte
	for _, h := range headings {
		b = appendText(appendText(binary.AppendUvarint(b, uint64(h.Level)), h.ID), h.Text)
	}
	return Outline(b)
}

// All yields the headings in their order. They share the memory of o.
func (o Outline) All() iter.Seq[Heading] {
	return func(yield func(Heading) bool) {
		for p := packed(o); p != ""; {
			if !yield(Heading{Level: p.number(), ID: p.text(), Text: p.text()}) {
				return
			}
		}
	}
}

// Refs are the references of a body by their number, packed.
type Refs string

// PackRefs packs references. Their file is left out.
func PackRefs(refs []Ref) Refs {
	var b []byte
	for _, r := range refs {
		kind := uint64(r.Kind) << 2
		if r.First {
			kind |= 1
		}
		if r.Alone {
			kind |= 2
		}
		b = appendText(appendText(binary.AppendUvarint(b, kind), r.URL), r.Alt)
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(r.At.Start)), uint64(r.At.End))
	}
	return Refs(b)
}

// All yields the references of a file in their order. They share the memory of r.
func (r Refs) All(file string) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for p := packed(r); p != ""; {
			kind := p.number()
			ref := Ref{Kind: RefKind(kind >> 2), First: kind&1 == 1, Alone: kind&2 == 2}
			ref.URL, ref.Alt = p.text(), p.text()
			ref.At = diag.Span{File: file, Start: p.number(), End: p.number()}
			if !yield(ref) {
				return
			}
		}
	}
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// packed is a sequence of coded numbers and texts. Reading one removes it from the front.
type packed string

func (p *packed) number() int {
	n, shift := 0, 0
	for i := range len(*p) {
		c := (*p)[i]
		n |= int(c&0x7f) << shift
		if shift += 7; c < 0x80 {
			*p = (*p)[i+1:]
			return n
		}
	}
	panic("markdown: packed string was cut") // it never leaves this process
}

func (p *packed) text() string {
	n := p.number()
	s := string((*p)[:n])
	*p = (*p)[n:]
	return s
}
