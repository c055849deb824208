package diag

// A Lang is a language in which messages are written.
type Lang string

// The languages of the catalogue.
const (
	Indonesian Lang = "id"
	English    Lang = "en"
)

// A Words is one phrase in both languages.
type Words struct{ ID, EN string }

// In returns the phrase in lang; every language but English reads Indonesian.
func (w Words) In(lang Lang) string {
	if lang == English {
		return w.EN
	}
	return w.ID
}

// In returns the word for s with which a message begins.
func (s Severity) In(lang Lang) string {
	return [...]Words{
		Note:    {"catatan", "note"},
		Warning: {"peringatan", "warning"},
		Error:   {"kesalahan", "error"},
	}[s].In(lang)
}

// name returns the word for s that programs read.
func (s Severity) name() string { return s.In(English) }
