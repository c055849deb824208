package transparency

// A Fault is one way in which a log, a proof, a key or a signature is wrong. Errors of this package
// wrap one, so that callers can say it in the words of their readers.
type Fault int8

// The faults.
const (
	Cut            Fault = iota // a line of the log has no end
	NoHash                      // a line that hides an entry has no hash
	NoEntry                     // a line is no entry
	NoDigest                    // an entry has no digest
	NoCheckpoint                // a text is no checkpoint
	OtherOrigin                 // a log is that of another site
	Shorter                     // a log has lost lines
	Exchanged                   // a log has as many lines as before, and other ones
	NotContained                // a log does not hold what it held
	NoProof                     // a text is no proof
	FalseProof                  // a proof does not lead where it says
	NoKey                       // a text is no key
	NoNote                      // a text is no signed note
	OtherKey                    // a note is not signed with this key
	FalseSignature              // a note is not the text that was signed
	NoRelease                   // a signed text is not about a release
)

// Error implements error.
func (f Fault) Error() string {
	return [...]string{
		Cut:            "not whole",
		NoHash:         "no hash",
		NoEntry:        "no entry",
		NoDigest:       "no digest",
		NoCheckpoint:   "no checkpoint of a log",
		OtherOrigin:    "the log is of another site",
		Shorter:        "the log has lost lines",
		Exchanged:      "the log has as many lines as before, and other ones",
		NotContained:   "the log does not hold what it held",
		NoProof:        "no proof",
		FalseProof:     "the proof does not lead to the log",
		NoKey:          "no key",
		NoNote:         "no signed note",
		OtherKey:       "not signed with this key",
		FalseSignature: "not the text that was signed",
		NoRelease:      "not about a release",
	}[f]
}
