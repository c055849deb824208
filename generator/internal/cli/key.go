package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/transparency"
)

// keyVariable is the variable that holds the secret key, as CI systems keep secrets.
const keyVariable = "MAKLUMAT_KEY"

var (
	helpKey = diag.Words{ID: "membuat kunci tanda tangan rilis", EN: "makes a key to sign releases"}
	longKey = diag.Words{ID: `
maklumat key BERKAS

Membuat pasangan kunci Ed25519. Kunci rahasia ditulis ke BERKAS, yang tidak boleh masuk git;
kunci publiknya dicetak, untuk kunci_publik di content/site.yaml. Simpan isi BERKAS sebagai
rahasia MAKLUMAT_KEY di CI; jika ada, build menandatangani manifest.json dan catatan dokumen.

  maklumat key ~/kunci-situs.txt`, EN: `
maklumat key FILE

Makes a pair of Ed25519 keys. The secret one is written to FILE, which must not go into git;
the public one is printed, for kunci_publik in content/site.yaml. Keep what FILE holds as the
secret MAKLUMAT_KEY of CI; where it is set, build signs manifest.json and the log.

  maklumat key ~/site-key.txt`}
)

func (p *program) key(ctx context.Context, args []string) int {
	f := p.flags("key", longKey)
	if code, done := p.parse(f, args); done {
		return code
	}
	if f.NArg() != 1 {
		return p.wrong("key",
			p.say("sebutkan berkas untuk kunci rahasia", "name the file for the secret key"))
	}
	return p.look(ctx, "key", options{}, func(s *build.Snapshot) int {
		secret, public, err := transparency.NewKey(rand.Reader, s.Origin())
		if err != nil {
			return p.broken(err)
		}
		w, err := os.OpenFile(f.Arg(0), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			return p.wrong("key", fmt.Sprintf(p.say("%s sudah ada dan tidak ditimpa",
				"%s exists and is not overwritten"), f.Arg(0)))
		}
		if err != nil {
			return p.broken(err)
		}
		_, err = fmt.Fprintln(w, secret)
		if err := errors.Join(err, w.Close()); err != nil {
			return p.broken(err)
		}
		fmt.Fprintf(p.out, "kunci_publik: %q\n", public)
		fmt.Fprintln(p.err,
			p.say("Tulis baris itu di content/site.yaml. Kunci rahasia jangan pernah masuk git.",
				"Put that line into content/site.yaml. The secret key must never go into git."))
		return exitDone
	})
}

// keyFits reports whether what signs is what others check with; without a key nobody signs,
// which is said when the site promises that somebody does.
func (b *builder) keyFits(s *build.Snapshot) bool {
	public := s.Settings().Key
	switch {
	case public == "":
		return true
	case b.in.Sign == nil:
		fmt.Fprintln(b.err,
			b.say("tidak ditandatangani: kunci_publik ada di content/site.yaml, tetapi "+
				"MAKLUMAT_KEY kosong",
				"not signed: content/site.yaml has kunci_publik, but MAKLUMAT_KEY is empty"))
		return true
	}
	_, err := transparency.Open(b.in.Sign("maklumat\n"), public)
	return err == nil
}

// signer returns what signs with the key of the environment; nil without one.
func (p *program) signer() (func(text string) []byte, error) {
	secret := p.getenv(keyVariable)
	if secret == "" {
		return nil, nil
	}
	sign, err := transparency.Signer(secret)
	if err != nil {
		// The error may quote the key, which must not reach a log.
		return nil, errors.New(p.say("MAKLUMAT_KEY bukan kunci; buat dengan: maklumat key BERKAS",
			"MAKLUMAT_KEY is no key; make one with: maklumat key FILE"))
	}
	return sign, nil
}
