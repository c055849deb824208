package cli

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/page"
)

var (
	helpStats = diag.Words{ID: "menghitung kunjungan dari log server",
		EN: "counts views from a server's logs"}
	longStats = diag.Words{ID: `
maklumat stats LOG…

Menambah hitungan kunjungan di content/data/views.yaml dari log nginx, Apache (bentuk
combined), atau Caddy (JSON), juga yang .gz; "-" membaca masukan. Bot tidak dihitung, dan
tidak ada alamat pengunjung yang disimpan. Kunjungan yang sudah dihitung tidak dihitung lagi,
jadi log boleh tumpang tindih.

  maklumat stats /var/log/nginx/access.log /var/log/nginx/access.log.*.gz
  ssh server cat /var/log/caddy/situs.log | maklumat stats -`, EN: `
maklumat stats LOG…

Adds to the counts in content/data/views.yaml from the logs of nginx, Apache (combined form)
or Caddy (JSON), also .gz; "-" reads the input. Robots are left out, and no visitor's address
is kept. A view that was counted is not counted again, so logs may overlap.

  maklumat stats /var/log/nginx/access.log /var/log/nginx/access.log.*.gz
  ssh server cat /var/log/caddy/site.log | maklumat stats -`}
)

func (p *program) stats(ctx context.Context, args []string) int {
	f := p.flags("stats", longStats)
	except := f.String("except", "", p.say("jangan hitung `ALAMAT` IP ini, misalnya komputer yang "+
		"menjalankan verify; beberapa dipisah koma",
		"do not count this IP `ADDRESS`, such as that of "+
			"the machine which runs verify; several with commas"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if f.NArg() == 0 {
		return p.wrong("stats", p.say("sebutkan berkas log, atau - untuk membaca masukan",
			"name the log files, or - to read the input"))
	}
	return p.look(ctx, "stats", options{}, func(s *build.Snapshot) int {
		between := func(r rune) bool { return r == ',' || r == ' ' }
		c := &counter{
			site: s, zone: disclosure.Zone(s.Settings().Zone), views: map[string]int{},
			except: strings.FieldsFunc(*except, between),
		}
		for _, name := range f.Args() {
			if err := c.read(name); err != nil {
				fmt.Fprintf(p.err, "maklumat stats: %v\n", err)
				return exitMachine
			}
		}
		return p.writeViews(s, c)
	})
}

// A counter counts the views of pages in logs.
type counter struct {
	site   *build.Snapshot
	zone   *time.Location
	views  map[string]int
	except []string  // whose requests are not counted
	last   time.Time // of the newest view
	lines  int       // that are requests
	odd    int       // that are not understood
	bots   int
}

func (c *counter) read(name string) error {
	var r io.Reader = os.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		r = f
	}
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		r = z
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		q, ok := parseRequest(lines.Text())
		if !ok {
			c.odd++
			continue
		}
		c.lines++
		if !slices.Contains(c.except, q.from) {
			c.count(q)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// A request is one line of a log.
type request struct {
	when        time.Time
	method, uri string
	status      int
	agent       string
	from        string // compared with --except only, and never kept
}

// combined is the form that nginx and Apache write unless they are told otherwise.
var combined = regexp.MustCompile(`^\S+ \S+ .*?\[([^\]]+)\] ` + // who, and when
	`"([A-Z]+) (\S+)[^"]*" (\d{3}) \S+` + // what was asked, and the answer
	`(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?`) // from which page, and with what

func parseRequest(line string) (request, bool) {
	if strings.HasPrefix(line, "{") {
		return parseCaddy(line)
	}
	m := combined.FindStringSubmatch(line)
	if m == nil {
		return request{}, false
	}
	when, err := time.Parse("02/Jan/2006:15:04:05 -0700", m[1])
	if err != nil {
		return request{}, false
	}
	status := 0
	_, _ = fmt.Sscan(m[4], &status) // three digits
	return request{when: when, method: m[2], uri: m[3], status: status, agent: m[5],
		from: line[:strings.IndexByte(line, ' ')]}, true
}

func parseCaddy(line string) (request, bool) {
	var l struct {
		Time    float64 `json:"ts"`
		Status  int     `json:"status"`
		Request struct {
			Method  string              `json:"method"`
			URI     string              `json:"uri"`
			Remote  string              `json:"remote_ip"`
			Headers map[string][]string `json:"headers"`
		} `json:"request"`
	}
	if json.Unmarshal([]byte(line), &l) != nil || l.Request.URI == "" || l.Time <= 0 ||
		l.Time > 1e11 {
		return request{}, false
	}
	agent := ""
	if a := l.Request.Headers["User-Agent"]; len(a) > 0 {
		agent = a[0]
	}
	return request{when: time.Unix(int64(l.Time), 0), method: l.Request.Method, uri: l.Request.URI,
		status: l.Status, agent: agent, from: l.Request.Remote}, true
}

// robots are programs by what they call themselves. Who says nothing is one too.
var robots = regexp.MustCompile(`(?i)bot|crawl|spider|slurp|curl|wget|python|java/|go-http|` +
	`libwww|httpclient|okhttp|axios|node-fetch|headless|lighthouse|monitor|uptime|scan|preview|` +
	`facebookexternalhit|whatsapp|telegram|feed|rss|archive|^-?$`)

func (c *counter) count(q request) {
	if q.method != "GET" || q.status != 200 && q.status != 304 {
		return
	}
	u, err := url.ParseRequestURI(q.uri)
	if err != nil {
		return
	}
	rest, ok := strings.CutPrefix(u.Path, c.site.Base())
	if !ok {
		return
	}
	address := "/" + rest
	// Only what is public now is counted, so that no other address gets into the file.
	path := strings.TrimPrefix(address, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if job, ok := c.site.Job(path); !ok || job.Doc == "" || job.Sort != page.Page ||
		job.Target != "" {
		return
	}
	if robots.MatchString(q.agent) {
		c.bots++
		return
	}
	was := c.site.Site.Data.Views.Until
	if now := disclosure.MomentOf(q.when.In(c.zone)); !was.IsZero() && !was.Before(now) {
		return // counted before
	}
	c.views[address]++
	if q.when.After(c.last) {
		c.last = q.when
	}
}

// mostViews is how many pages the file holds at most; it is read by every build.
const mostViews = 4000

func (p *program) writeViews(s *build.Snapshot, c *counter) int {
	if c.lines == 0 && c.odd > 0 {
		return p.wrong("stats",
			p.say("tidak ada baris yang dikenali; yang dibaca adalah log combined atau JSON Caddy",
				"no line is understood; logs in combined form or Caddy's JSON are read"))
	}
	counted := 0
	for _, n := range c.views {
		counted += n
	}
	tell := func() {
		fmt.Fprintf(p.err,
			p.say("%d kunjungan baru, %d oleh bot tidak dihitung, %d baris tidak dikenali\n",
				"%d new views, %d by robots not counted, %d lines not understood\n"), counted,
			c.bots, c.odd)
	}
	if counted == 0 {
		tell()
		return exitDone
	}
	all := c.views
	for address, n := range s.Site.Data.Views.Pages {
		if job, ok := s.Job(strings.TrimPrefix(address, "/") + "index.html"); ok && job.Doc != "" {
			all[address] += n
		}
	}
	var addresses []string
	for address := range all {
		addresses = append(addresses, address)
	}
	slices.SortFunc(addresses, func(a, b string) int {
		if all[a] != all[b] {
			return all[b] - all[a]
		}
		return strings.Compare(a, b)
	})
	if len(addresses) > mostViews {
		fmt.Fprintf(p.err, p.say("hanya %d halaman yang paling banyak dilihat disimpan\n",
			"only the %d most viewed pages are kept\n"), mostViews)
		addresses = addresses[:mostViews]
	}
	slices.Sort(addresses)
	var text strings.Builder
	note := p.say("Ditulis oleh maklumat stats; jangan diubah.",
		"Written by maklumat stats; do not change it.")
	until := disclosure.MomentOf(c.last.In(c.zone))
	fmt.Fprintf(&text, "# %s\nsampai: %s\nhalaman:\n", note, until)
	for _, address := range addresses {
		fmt.Fprintf(&text, "  - {alamat: %s, jumlah: %d}\n", address, all[address])
	}
	name := filepath.Join(p.dir, filepath.FromSlash(content.ViewsFile))
	err := replaceFile(name, []byte(text.String()))
	if errors.Is(err, fs.ErrNotExist) {
		err = create(name, strings.NewReader(text.String()))
	}
	if err != nil {
		return p.broken(err)
	}
	fmt.Fprintln(p.out, content.ViewsFile)
	tell()
	return exitDone
}
