package build

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/attachment"
)

// TestLookEnds looks into a PDF whose list of objects comes before itself, and into one that is as it should.
func TestLookEnds(t *testing.T) {
	if os.Getenv("LOOK") == "" { // what is left behind takes a processor until the program ends
		cmd := exec.Command(os.Args[0], "-test.run=^TestLookEnds$", "-test.timeout=30s")
		cmd.Env = append(os.Environ(), "LOOK=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	pdf := func(prev string) []byte {
		var b bytes.Buffer
		b.WriteString("%PDF-1.4\n")
		table := "xref\n0 4\n0000000000 65535 f \n"
		for n, o := range []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Resources << >> >>"} {
			table += fmt.Sprintf("%010d 00000 n \n", b.Len())
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1, o)
		}
		at := b.Len()
		fmt.Fprintf(&b, "%strailer\n<< /Size 4 /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", table, strings.ReplaceAll(prev, "N", fmt.Sprint(at)), at)
		return b.Bytes()
	}
	p := new(parser)
	if info := p.look("a.pdf", pdf(""), func(string, int, string) {}); info.Problem != attachment.None || info.Pages != 1 {
		t.Errorf("%+v", info)
	}
	lookTime = 100 * time.Millisecond
	defer func() { lookTime = time.Minute }()
	if info := p.look("a.pdf", pdf("/Prev N "), func(string, int, string) {}); info.Problem != attachment.TooLarge {
		t.Errorf("%+v", info)
	}
}
