package build

import (
	"io"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
	"sync"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/site"
)

// HostSite is what hosts must know of the finished site.
func (s *Snapshot) HostSite() *host.Site { return s.hostSite(s.World.Reader()) }

func (s *Snapshot) hostSite(r *site.Reader) *host.Site {
	address := r.Frame().BaseURL
	hs := &host.Site{Base: baseOf(address), Policy: s.Theme.Policy(), Admin: formPolicy(r)}
	if u, err := url.Parse(address); err == nil {
		hs.Domain, hs.Secure = u.Hostname(), u.Scheme == "https"
	}
	for _, old := range r.Redirects() {
		hs.Redirects = append(hs.Redirects, host.Redirect{
			From: hs.Base + page.Slashed(old.From)[1:], To: hs.Base + old.To[1:],
		})
	}
	slices.SortFunc(hs.Redirects, func(a, b host.Redirect) int {
		return strings.Compare(a.From, b.From)
	})
	return hs
}

// Redirects returns the addresses to which pages lead that do nothing else, by path.
func (s *Snapshot) Redirects() map[string]string {
	all := map[string]string{}
	hs := s.HostSite()
	for _, r := range hs.Redirects {
		path := strings.TrimPrefix(r.From, hs.Base)
		if strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		all[path] = r.To
	}
	return all
}

// Promised returns the headers that the site's hosts send with every answer.
func (s *Snapshot) Promised() []host.Header { return s.HostSite().Promised(s.hosts) }

// Hosts are those that the site is served by.
func (s *Snapshot) Hosts() []*host.Host { return s.hosts }

// hostFiles are the files of settings for the chosen hosts and the editors' form.
type hostFiles struct {
	jobs  []page.Job
	diags diag.List
}

// hostJobs returns the files of settings for the chosen hosts, and the editors' form.
func (s *Snapshot) hostJobs(r *site.Reader) (out hostFiles) {
	files := map[string][]byte{}
	if hosts := host.Find(r.Hosts()); len(hosts) > 0 {
		for _, f := range host.Files(s.hostSite(r), hosts) {
			files[f.Path] = f.Text
		}
	}
	out.diags = s.planForm(r, files)
	out.jobs = jobsOf(files)
	return out
}

// jobsOf returns the Jobs of files whose bytes are known.
func jobsOf(files map[string][]byte) []page.Job {
	var jobs []page.Job
	for _, path := range slices.Sorted(maps.Keys(files)) {
		jobs = append(jobs, page.Job{
			Path: path, Sort: page.Written, File: content.SettingsFile, Text: string(files[path]),
		})
	}
	return jobs
}

// sizes are the sizes of outputs, by path.
type sizes struct {
	mu sync.Mutex
	of map[string]int64
}

// forHosts returns an Output that gives everything to out, and besides makes the compressed
// copies that the chosen hosts send, and notes the sizes that they limit.
func (s *Snapshot) forHosts(prev *Snapshot, out Output) Output {
	h := &hosted{Output: out}
	for _, chosen := range s.hosts {
		h.gzip, h.brotli = h.gzip || chosen.Gzip, h.brotli || chosen.Brotli
	}
	if s.limited() {
		s.sizes = &sizes{of: map[string]int64{}}
		if prev != nil && prev.sizes != nil {
			s.sizes.of = maps.Clone(prev.sizes.of)
		}
		h.sizes = s.sizes
	}
	if !h.gzip && !h.brotli && h.sizes == nil {
		return out
	}
	return h
}

// hosted is an Output for hosts that take more, or less, than others.
type hosted struct {
	Output
	gzip, brotli bool
	sizes        *sizes
	compressor   host.Compressor

	mu    sync.Mutex
	small []string // files that get no copy; they may have had one
}

// worth reports whether a file gets copies, and remembers it if it does not.
func (h *hosted) worth(path string, size int) bool {
	if host.Compresses(path, size) {
		return true
	}
	if host.Compressible(path) {
		h.mu.Lock()
		h.small = append(h.small, path)
		h.mu.Unlock()
	}
	return false
}

func (h *hosted) note(path string, size int64) {
	if h.sizes != nil {
		h.sizes.mu.Lock()
		h.sizes.of[path] = size
		h.sizes.mu.Unlock()
	}
}

// Keep implements Output. Files that are kept are pictures, which have no copies.
func (h *hosted) Keep(path string) (int64, bool) {
	size, ok := h.Output.Keep(path)
	if ok {
		h.note(path, size)
	}
	return size, ok
}

// Put implements Output.
func (h *hosted) Put(path string, b []byte) error {
	h.note(path, int64(len(b)))
	if err := h.Output.Put(path, b); err != nil || !h.worth(path, len(b)) {
		return err
	}
	return h.copies(path, b)
}

// Copy implements Output.
func (h *hosted) Copy(path string, sum digest.Sum, open func() (io.ReadCloser, error)) error {
	if h.sizes != nil {
		if f, err := open(); err == nil {
			switch file := f.(type) {
			case cleaned:
				h.note(path, file.Size())
			case fs.File:
				if info, err := file.Stat(); err == nil {
					h.note(path, info.Size())
				}
			}
			_ = f.Close()
		}
	}
	if err := h.Output.Copy(path, sum, open); err != nil || !host.Compressible(path) {
		return err
	}
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil || !h.worth(path, len(b)) {
		return err
	}
	if digest.Of(b) != sum {
		return errChanged(path)
	}
	return h.copies(path, b)
}

// copies puts the compressed copies of a file beside it.
func (h *hosted) copies(path string, b []byte) error {
	add := func(ending string, small []byte) error {
		h.note(path+ending, int64(len(small)))
		return h.Output.Put(path+ending, small)
	}
	if h.gzip {
		if err := add(".gz", h.compressor.Gzip(b)); err != nil {
			return err
		}
	}
	if h.brotli {
		return add(".br", h.compressor.Brotli(b))
	}
	return nil
}

// limited reports whether a host takes no file, or no site, beyond some size.
func (s *Snapshot) limited() bool {
	return slices.ContainsFunc(s.hosts, func(h *host.Host) bool {
		return h.MaxFiles > 0 || h.MaxFile > 0
	})
}

// endings are those of the compressed copies that the hosts of s send.
func (s *Snapshot) endings() []string {
	var all []string
	for _, h := range s.hosts {
		if h.Gzip && !slices.Contains(all, ".gz") {
			all = append(all, ".gz")
		}
		if h.Brotli && !slices.Contains(all, ".br") {
			all = append(all, ".br")
		}
	}
	slices.Sort(all)
	return all
}

// copies returns the paths of the compressed copies of an output.
func (s *Snapshot) copies(path string) (paths []string) {
	if host.Compressible(path) {
		for _, ending := range s.endings() {
			paths = append(paths, path+ending)
		}
	}
	return paths
}

// otherCopies reports whether the hosts of s want other things of each output than those of
// prev, compressed copies or its size, and returns the copies that are no longer wanted.
func (s *Snapshot) otherCopies(prev *Snapshot) (gone []string, other bool) {
	if prev == nil || slices.Equal(prev.endings(), s.endings()) &&
		(prev.limited() || !s.limited()) {
		return nil, false
	}
	for _, ending := range prev.endings() {
		if slices.Contains(s.endings(), ending) {
			continue
		}
		for i := range prev.Jobs {
			gone = append(gone, prev.Jobs[i].Path+ending)
		}
		for name := range prev.Index().Files {
			gone = append(gone, name+ending)
		}
	}
	return gone, true
}

// withCopies adds to paths that are no longer wanted those of their compressed copies.
// So are the copies of files that are too small for one now.
func (s *Snapshot) withCopies(out Output, removed []string) []string {
	had := slices.Clone(removed)
	if h, ok := out.(*hosted); ok {
		had = append(had, h.small...)
	}
	for _, path := range had {
		for _, ending := range s.endings() {
			if host.Compressible(path) {
				removed = append(removed, path+ending)
			}
		}
	}
	slices.Sort(removed)
	removed = slices.Compact(removed)
	if s.sizes != nil {
		for _, path := range removed {
			delete(s.sizes.of, path)
		}
	}
	return removed
}

// limits are the rules for what a host does not take.
var limits = map[host.Limit]diag.Code{
	host.FileCount: diag.HostFiles, host.FileSize: diag.HostFile, host.TotalSize: diag.HostTotal,
	host.RedirectCount: diag.HostRedirects,
}

// checkHosts compares the outputs with the limits of the hosts, after Make.
func (s *Snapshot) checkHosts() diag.List {
	if s.sizes == nil {
		return nil
	}
	var all []host.Size
	for path, n := range s.sizes.of {
		all = append(all, host.Size{Path: path, Bytes: n})
	}
	slices.SortFunc(all, func(a, b host.Size) int { return strings.Compare(a.Path, b.Path) })
	var diags diag.List
	hs := s.HostSite()
	for _, h := range s.hosts {
		for _, f := range h.Check(hs, all) {
			diags.Add(limits[f.What], s.settings.HostsAt, h.Name, f.Value, f.Most, f.Path)
		}
	}
	return diags
}
