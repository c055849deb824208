package pdf

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// maxClip is how many segments a clipping path may have that is taken for a rectangle.
const maxClip = 6

// mayBeLayered reports whether a mark is on a layer, which may be switched off (ISO 32000-1, 8.11).
func (s *sheet) mayBeLayered(ref references.FPDF_PAGEOBJECT) bool {
	n, err := s.in.FPDFPageObj_CountMarks(&requests.FPDFPageObj_CountMarks{PageObject: ref})
	if err != nil {
		return false
	}
	for i := range n.Count {
		m, err := s.in.FPDFPageObj_GetMark(&requests.FPDFPageObj_GetMark{PageObject: ref,
			Index: uint64(i)})
		if err != nil {
			continue
		}
		name, err := s.in.FPDFPageObjMark_GetName(
			&requests.FPDFPageObjMark_GetName{PageObjectMark: m.Mark})
		if err == nil && name.Name == "OC" {
			return true
		}
	}
	return false
}

// mayBeClipped reports whether a mark may lie outside what its page lets be seen of it (8.5.4). Of
// paths that are no rectangles nobody knows without drawing them.
func (s *sheet) mayBeClipped(
	ref references.FPDF_PAGEOBJECT, to structs.FPDF_FS_MATRIX, b box,
) bool {
	clip, err := s.in.FPDFPageObj_GetClipPath(&requests.FPDFPageObj_GetClipPath{PageObject: ref})
	if err != nil {
		return false
	}
	paths, err := s.in.FPDFClipPath_CountPaths(
		&requests.FPDFClipPath_CountPaths{ClipPath: clip.ClipPath})
	if err != nil {
		return false
	}
	for path := range max(paths.Count, 0) {
		n, err := s.in.FPDFClipPath_CountPathSegments(&requests.FPDFClipPath_CountPathSegments{
			ClipPath: clip.ClipPath, PathIndex: path})
		if err != nil || n.Count > maxClip {
			return true
		}
		window, ok := s.window(clip.ClipPath, path, n.Count)
		if !ok || !window.by(to).holds(b) {
			return true
		}
	}
	return false
}

// window returns the rectangle around a clipping path of n segments.
func (s *sheet) window(clip references.FPDF_CLIPPATH, path, n int) (out box, ok bool) {
	for i := range n {
		segment, err := s.in.FPDFClipPath_GetPathSegment(&requests.FPDFClipPath_GetPathSegment{
			ClipPath: clip, PathIndex: path, SegmentIndex: i})
		if err != nil {
			return out, false
		}
		p, err := s.in.FPDFPathSegment_GetPoint(
			&requests.FPDFPathSegment_GetPoint{PathSegment: segment.PathSegment})
		if err != nil {
			return out, false
		}
		if i == 0 {
			out = box{p.X, p.Y, p.X, p.Y}
		}
		out = box{min(out.left, p.X), min(out.bottom, p.Y), max(out.right, p.X), max(out.top, p.Y)}
	}
	return out, n > 0
}
