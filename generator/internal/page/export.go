package page

import (
	"bytes"
	"encoding/json"
)

// exports make the data for other programs, by the Layout of their Jobs.
var exports = map[string]func(g *Filling) []byte{
	"sop.json":       (*Filling).procedureJSON,
	"alamat.json":    (*Filling).addressFile,
	"katalog":        (*Filling).catalogue,
	"jdihn":          (*Filling).legalDocuments,
	"perubahan":      (*Filling).changesJSON,
	"perubahan.xml":  (*Filling).changesAtom,
	eventsFile:       (*Filling).eventsCalendar,
	"audit.csv":      (*Filling).auditCSV,
	"audit.json":     (*Filling).auditJSON,
	"audit.ics":      (*Filling).dueCalendar,
	"dip.csv":        (*Filling).registerCSV,
	"dip.excel":      (*Filling).registerExcel,
	"dip.json":       (*Filling).registerJSON,
	"dik.csv":        (*Filling).excludedCSV,
	"dik.excel":      (*Filling).excludedExcel,
	"dik.json":       (*Filling).excludedJSON,
	"laporan.csv":    (*Filling).reportCSV,
	"monev.csv":      (*Filling).monevCSV,
	"permintaan.csv": (*Filling).requestsCSV,
}

// marshal writes v as JSON that people can read too. Addresses and texts are written as
// they are: the file is no part of an HTML page.
func marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		panic(err) // only for types that JSON cannot hold, which these are not
	}
	return b.Bytes()
}
