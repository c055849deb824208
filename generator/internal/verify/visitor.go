package verify

// A Visitor is one way of requesting a page.
type Visitor struct {
	Name    string
	Crawler bool // of a search engine or an advertising network
	Headers [][2]string
}

// What browsers and crawlers call themselves.
const (
	chrome     = " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
	laptop     = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" + chrome + "Safari/537.36"
	edge       = laptop + " Edg/140.0.0.0"
	android    = "Mozilla/5.0 (Linux; Android 13; SM-A045F)" + chrome + "Mobile Safari/537.36"
	inFacebook = android + " [FB_IAB/FB4A;FBAV/480.0.0.54.88;]"
	iphone     = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 " +
		"(KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1"

	googlebot      = "Googlebot/2.1; +http://www.google.com/bot.html"
	bingbot        = "bingbot/2.0; +http://www.bing.com/bingbot.htm"
	desktopCrawler = "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; "
	desktopEngine  = ") Chrome/140.0.0.0 Safari/537.36"
	phoneCrawler   = "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P)" + chrome +
		"Mobile Safari/537.36 (compatible; "
)

// Visitors are those who are lied to: people on computers and phones, people who come from a list
// of results or a timeline, and crawlers. The first is the one who sees everything.
var Visitors = []Visitor{
	person("browser", laptop, ""),
	crawler("googlebot-phone", phoneCrawler+googlebot+")"),
	crawler("googlebot", desktopCrawler+googlebot+desktopEngine),
	crawler("bingbot", desktopCrawler+bingbot+desktopEngine),
	crawler("adsbot", "AdsBot-Google (+http://www.google.com/adsbot.html)"),
	person("search", android, "https://www.google.co.id/"),
	person("google", laptop, "https://www.google.com/"),
	person("bing", edge, "https://www.bing.com/"),
	person("facebook", inFacebook, "https://l.facebook.com/"),
	person("iphone", iphone, ""),
	person("android", android, ""),
}

func person(name, agent, referrer string) Visitor {
	v := Visitor{Name: name, Headers: [][2]string{
		{"User-Agent", agent},
		{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"},
		{"Accept-Language", "id-ID,id;q=0.9"},
		{"Accept-Encoding", "gzip, br"},
	}}
	if referrer != "" {
		v.Headers = append(v.Headers, [2]string{"Referer", referrer})
	}
	return v
}

func crawler(name, agent string) Visitor {
	return Visitor{Name: name, Crawler: true, Headers: [][2]string{
		{"User-Agent", agent},
		{"Accept-Encoding", "gzip, br"},
	}}
}

// reading returns the first of the Visitors, accepting one encoding only.
func reading(encoding string) *Visitor {
	v := person(Visitors[0].Name, laptop, "")
	for i := range v.Headers {
		if v.Headers[i][0] == "Accept-Encoding" {
			v.Headers[i][1] = encoding
		}
	}
	return &v
}

// queries tell planted programs what to show. A page is the same with any of them.
var queries = []string{
	"s=slot+gacor", "q=slot88", "id=1", "slot=gacor", "gclid=EAIaIQobChMI",
}

// unknown lists addresses that no release has: those that programs request in search of weak
// points, those where planted pages mostly are, and the maps by which search engines are led to
// them. None of them may be answered. %s is a name that nobody has.
var unknown = []string{
	"%s/", "%s.html", "%s.php", "%s", "%s/?slot=gacor", "%s.txt", "%s.xml", "%s.pdf",
	"slot-gacor/", "slot/", "judi/", "slot88/", "togel/", "situs-slot-gacor/", "rtp-slot/", "toto/",
	"judi-online/", "slot.html", "amp/", "blog/", "produk/%s/",
	"index.php", "index.php?id=slot", "index.php/%s", "home.php", "wp-login.php", "wp-content/%s/",
	"wp-content/uploads/%s.php", "wp-includes/%s.php", "aset/%s.js",
	"robots.txt", "sitemap.xml", "sitemap_index.xml", "sitemap-slot.xml", "sitemap1.xml",
	"wp-sitemap.xml", "sitemap.txt", "feed/", "rss.xml", "google%s.html",
	".env", ".git/HEAD",
}

// besides lists what is appended to a folder of the release to make an address that it does not
// have, in the folder or beside it.
var besides = []string{
	"/slot-gacor/", "/%s/", "-slot/", "/%s.php", "/%s.html", "/index.php", "-%s/", "/slot.html",
}
