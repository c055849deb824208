package page

import (
	"bytes"
	"encoding/json"
)

// exports make the data for other programs, by the Layout of their Jobs.
var exports = map[string]func(g *filling) []byte{
	"sop.json":      (*filling).procedureJSON,
	"alamat.json":   (*filling).addressFile,
	"katalog":       (*filling).catalogue,
	"jdihn":         (*filling).legalDocuments,
	"perubahan":     (*filling).changesJSON,
	"perubahan.xml": (*filling).changesAtom,
	"audit.csv":     (*filling).auditCSV,
	"audit.json":    (*filling).auditJSON,
	"audit.ics":     (*filling).dueCalendar,
	"dip.csv":       (*filling).registerCSV,
	"dip.excel":     (*filling).registerExcel,
	"dip.json":      (*filling).registerJSON,
	"dik.csv":       (*filling).excludedCSV,
	"dik.excel":     (*filling).excludedExcel,
	"dik.json":      (*filling).excludedJSON,
	"laporan.csv":   (*filling).reportCSV,
	"monev.csv":     (*filling).monevCSV,
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
