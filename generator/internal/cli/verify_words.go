package cli

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"strconv"
	"strings"
	"syscall"
	"unicode"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/store"
	"maklumat/generator/internal/transparency"
	"maklumat/generator/internal/verify"
)

// differences say in plain words what a finding is.
var differences = map[verify.Kind]diag.Words{
	verify.Missing: {ID: "tidak ada", EN: "is not there"},
	verify.Changed: {ID: "isinya bukan yang kami terbitkan",
		EN: "does not hold what was released"},
	verify.Extra: {ID: "bukan berkas kami", EN: "is no file of ours"},
	verify.Answered: {ID: "dijawab, padahal alamat itu tidak ada di situs kami",
		EN: "is answered, but the site has no such address"},
	verify.Moved: {ID: "mengalihkan pengunjung ke tempat lain", EN: "sends visitors elsewhere"},
	verify.Typed: {ID: "jenisnya lain dari yang dijanjikan",
		EN: "has another type than promised"},
	verify.Unheaded: {ID: "header keamanan HTTP tidak ada atau bukan yang dijanjikan " +
		"(server belum dimuat ulang?)",
		EN: "has no, or another, security header than promised (was the server reloaded?)"},
	verify.Planted: {ID: "memuat alamat yang bukan milik kami",
		EN: "holds an address that is not ours"},
	verify.Named: {ID: "menyebut alamat yang tidak ada dalam rilis",
		EN: "names an address that is not in the release"},
	verify.Uninvited: {ID: "dikirim dengan header HTTP yang tidak dijanjikan",
		EN: "is sent with an HTTP header that was not promised"},
	verify.Outdated: {ID: "rilis lama yang ditandatangani dengan sah; yang seharusnya tayang lebih " +
		"baru", EN: "is an old release, signed rightly; a newer one should be there"},
	verify.Loose: {ID: "hak aksesnya terlalu longgar (folder: chmod o-w, berkas: chmod 644)",
		EN: "has a mode that allows too much (folders: chmod o-w, files: chmod 644)"},
	verify.Empty: {ID: "folder kosong; namanya dapat menyebut dokumen yang sudah ditarik",
		EN: "is an empty folder, whose name may be that of a withdrawn document"},
	verify.Listed: {ID: "bukan daftar rilis ini", EN: "is not the list of this release"},
	verify.Unlogged: {ID: "tidak tercatat seperti yang terbit di log dokumen",
		EN: "is not in the log of documents as it was released"},
	verify.Unproved: {ID: "bukan bukti yang sah dari log dokumen",
		EN: "is no valid proof of the log of documents"},
	verify.Misrecorded: {ID: "log dokumen rusak", EN: "the log of documents is broken"},
	verify.Rewritten: {ID: "log dokumen tidak lagi memuat semua yang dulu dicatat",
		EN: "the log of documents does not hold everything any more that was recorded before"},
	verify.Unsigned: {ID: "tanda tangannya tidak sah", EN: "is not signed rightly"},
}

// visitorNames are the verify.Visitors as people call them.
var visitorNames = map[string]diag.Words{
	"browser":         {ID: "peramban di komputer", EN: "a browser"},
	"googlebot-phone": {ID: "Googlebot ponsel", EN: "Googlebot for phones"},
	"googlebot":       {ID: "Googlebot desktop", EN: "Googlebot for desktops"},
	"bingbot":         {ID: "bingbot", EN: "bingbot"},
	"adsbot":          {ID: "AdsBot Google", EN: "AdsBot of Google"},
	"search": {ID: "yang datang dari google.co.id dengan ponsel",
		EN: "who comes from google.co.id on a phone"},
	"google":   {ID: "yang datang dari google.com", EN: "who comes from google.com"},
	"bing":     {ID: "yang datang dari Bing", EN: "who comes from Bing"},
	"facebook": {ID: "yang datang dari Facebook", EN: "who comes from Facebook"},
	"iphone":   {ID: "iPhone", EN: "an iPhone"},
	"android":  {ID: "ponsel Android", EN: "an Android phone"},
}

// difference says what a finding is, with its detail and its cause.
func (p *program) difference(f *verify.Finding) string {
	text := differences[f.Kind].In(p.lang)
	if f.Err != nil {
		text += ": " + p.reason(f.Err)
	}
	if f.Detail != "" {
		text += ": " + printable(f.Detail)
	}
	return text
}

// seldom reports whether it says something that a single visitor sees a finding: some things are
// asked for once only.
func seldom(f *verify.Finding) bool {
	switch f.Kind {
	case verify.Unsigned, verify.Outdated, verify.Unlogged, verify.Unproved, verify.Misrecorded,
		verify.Rewritten:
		return false
	case verify.Missing:
		return f.Visitors[0] != verify.Visitors[0].Name
	}
	return true
}

// printable returns a text that others chose without the characters by which a terminal is told
// what to do.
func printable(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) < 0 {
		return text
	}
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}

func (p *program) reason(err error) string { return reasonIn(err, p.lang) }

// A cause is what an error of the network, the disk or a library means.
type cause struct {
	is    func(err error) bool
	words diag.Words
}

// when returns a function that reports whether an error is another.
func when(others ...error) func(error) bool {
	return func(err error) bool {
		for _, other := range others {
			if errors.Is(err, other) {
				return true
			}
		}
		return false
	}
}

// causes are what goes wrong, the more special first. What is not among them is said as the library
// says it.
var causes = []cause{
	{when(context.Canceled), diag.Words{
		ID: "pemeriksaan dihentikan", EN: "the check was stopped"}},
	{isBadCertificate, diag.Words{
		ID: "sertifikat HTTPS-nya tidak sah; perbarui sertifikat di server",
		EN: "its HTTPS certificate is not valid; renew it on the server"}},
	{isUnknownHost, diag.Words{
		ID: "nama domainnya tidak ditemukan; periksa ejaan alamat dan DNS",
		EN: "its domain was not found; check the spelling of the address and DNS"}},
	{isTimeout, diag.Words{
		ID: "server tidak menjawab pada waktunya; coba lagi, atau naikkan --timeout",
		EN: "the server did not answer in time; try again, or raise --timeout"}},
	{when(syscall.ECONNREFUSED), diag.Words{
		ID: "server menolak sambungan; periksa apakah server menyala dan portnya benar",
		EN: "the server refuses connections; check that it runs, and its port"}},
	{when(syscall.ECONNRESET, syscall.EPIPE, io.EOF, io.ErrUnexpectedEOF), diag.Words{
		ID: "server memutus sambungan di tengah jawaban", EN: "the server broke off its answer"}},
	{when(syscall.ENETUNREACH, syscall.EHOSTUNREACH), diag.Words{
		ID: "server tidak terjangkau dari jaringan ini",
		EN: "the server cannot be reached from this network"}},
	{when(fs.ErrPermission), diag.Words{
		ID: "tidak boleh dibaca oleh pengguna ini", EN: "this user may not read it"}},
	{when(fs.ErrNotExist), diag.Words{ID: "tidak ada", EN: "is not there"}},
	{isMalformed, diag.Words{ID: "isinya rusak", EN: "it is broken"}},
	{when(store.ErrForeign), diag.Words{
		ID: "bukan manifest buatan program ini", EN: "is no manifest of this program"}},
	{when(verify.ErrOtherRelease), diag.Words{
		ID: "tanda tangannya untuk rilis lain, bukan untuk manifest ini",
		EN: "it is signed for another release, not for this manifest"}},
	{when(verify.ErrOtherLines), diag.Words{
		ID: "isinya tidak sesuai dengan checkpoint",
		EN: "its lines are not those of the checkpoint"}},
	{when(verify.ErrOtherLog), diag.Words{
		ID: "buktinya mengarah ke log lain", EN: "it leads to another log"}},
	{when(verify.ErrOtherFile), diag.Words{
		ID: "buktinya untuk berkas lain", EN: "it is of another file"}},
}

// faults say what is wrong with a log, a proof, a key or a signature.
var faults = map[transparency.Fault]diag.Words{
	transparency.Cut: {ID: "barisnya terpotong", EN: "a line is cut off"},
	transparency.NoHash: {ID: "baris yang disamarkan tidak memuat hash",
		EN: "a hidden line has no hash"},
	transparency.NoEntry: {ID: "ada baris yang bukan catatan berkas",
		EN: "a line is no entry"},
	transparency.NoDigest: {ID: "ada baris tanpa sidik jari berkas",
		EN: "a line has no digest"},
	transparency.NoCheckpoint: {ID: "bukan checkpoint log", EN: "it is no checkpoint of a log"},
	transparency.OtherOrigin: {ID: "log ini milik situs lain",
		EN: "it is the log of another site"},
	transparency.Shorter: {ID: "barisnya berkurang", EN: "it has fewer lines than before"},
	transparency.Exchanged: {ID: "jumlah barisnya sama, tetapi isinya berbeda",
		EN: "it has as many lines as before, and other ones"},
	transparency.NotContained: {ID: "baris lama tidak lagi ada di dalamnya",
		EN: "it does not hold the lines that it held"},
	transparency.NoProof: {ID: "isinya bukan bukti", EN: "it is no proof"},
	transparency.FalseProof: {ID: "buktinya tidak mengarah ke log",
		EN: "the proof does not lead to the log"},
	transparency.NoKey: {ID: "kunci publiknya rusak", EN: "the public key is broken"},
	transparency.NoNote: {ID: "tidak ada tanda tangan di dalamnya",
		EN: "there is no signature in it"},
	transparency.OtherKey: {ID: "ditandatangani dengan kunci lain, bukan kunci yang disebut --key",
		EN: "it is signed with another key than --key names"},
	transparency.FalseSignature: {ID: "isinya diubah sesudah ditandatangani",
		EN: "it was changed after it was signed"},
	transparency.NoRelease: {ID: "isinya bukan keterangan rilis",
		EN: "it says nothing of a release"},
}

func isBadCertificate(err error) bool {
	var bad *tls.CertificateVerificationError
	return errors.As(err, &bad)
}

func isMalformed(err error) bool {
	return errors.As(err, new(*json.SyntaxError)) || errors.As(err, new(*json.UnmarshalTypeError))
}

func isUnknownHost(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns) && dns.IsNotFound
}

func isTimeout(err error) bool {
	var slow net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded) ||
		errors.As(err, &slow) && slow.Timeout()
}

// reasonIn says in a language why something is as it is.
func reasonIn(err error, lang diag.Lang) string {
	var failure *verify.Failure
	if !errors.As(err, &failure) {
		return causeIn(err, lang)
	}
	parts := []string{}
	if failure.Address != "" {
		parts = append(parts, failure.Address)
	}
	if failure.Visitor != "" {
		parts = append(parts, fmt.Sprintf(diag.Words{
			ID: "server tidak melayani yang datang sebagai %s; izinkan alamat IP komputer ini di " +
				"firewall",
			EN: "the server does not serve who comes as %s; let the address of this computer through",
		}.In(lang), visitorNames[failure.Visitor].In(lang)))
	}
	if failure.Status != 0 {
		parts = append(parts, fmt.Sprintf(
			diag.Words{ID: "server menjawab %d", EN: "the server answers %d"}.In(lang),
			failure.Status))
	}
	if failure.Err != nil {
		parts = append(parts, causeIn(failure.Err, lang))
	}
	return strings.Join(parts, ": ")
}

func causeIn(err error, lang diag.Lang) string {
	var fault transparency.Fault
	if errors.As(err, &fault) {
		return faults[fault].In(lang)
	}
	for _, c := range causes {
		if c.is(err) {
			return c.words.In(lang)
		}
	}
	return err.Error()
}
