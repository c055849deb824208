package host

import (
	"path"
	"strings"
)

// types are the media types of files by their ending, after IANA's registry. Text is UTF-8.
var types = map[string]string{
	"html": "text/html",
	"css":  "text/css",
	"js":   "text/javascript",
	"txt":  "text/plain",
	"csv":  "text/csv",
	"ics":  "text/calendar",
	"vtt":  "text/vtt",
	"md":   "text/markdown",

	"xml":         "application/xml",
	"json":        "application/json",
	"jsonld":      "application/ld+json",
	"geojson":     "application/geo+json",
	"webmanifest": "application/manifest+json",

	"svg":  "image/svg+xml",
	"png":  "image/png",
	"jpg":  "image/jpeg",
	"jpeg": "image/jpeg",
	"webp": "image/webp",
	"gif":  "image/gif",
	"ico":  "image/x-icon",
	"avif": "image/avif",

	"mp3":   "audio/mpeg",
	"ogg":   "audio/ogg",
	"m4a":   "audio/mp4",
	"wav":   "audio/wav",
	"mp4":   "video/mp4",
	"webm":  "video/webm",
	"woff2": "font/woff2",

	"pdf":  "application/pdf",
	"zip":  "application/zip",
	"rtf":  "application/rtf",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"odt":  "application/vnd.oasis.opendocument.text",
	"ods":  "application/vnd.oasis.opendocument.spreadsheet",
	"odp":  "application/vnd.oasis.opendocument.presentation",
	"doc":  "application/msword",
	"xls":  "application/vnd.ms-excel",
	"ppt":  "application/vnd.ms-powerpoint",
}

// Type returns the media type of a file by its name, with the charset of text.
func Type(file string) string {
	t, ok := types[strings.TrimPrefix(strings.ToLower(path.Ext(file)), ".")]
	switch {
	case !ok:
		return "application/octet-stream"
	case isText(t):
		return t + "; charset=utf-8"
	}
	return t
}

// isText reports whether a type is text, which has a charset and can be made smaller.
func isText(t string) bool {
	return strings.HasPrefix(t, "text/") ||
		strings.HasSuffix(t, "json") ||
		strings.HasSuffix(t, "xml")
}

// smallest is the size in bytes below which nothing is gained by compression.
const smallest = 512

// Compressible reports whether a file gets a compressed copy unless it is small.
func Compressible(file string) bool {
	return strings.HasSuffix(Type(file), "charset=utf-8") && !IsSettings(file)
}

// Compresses reports whether a file of a size is worth a compressed copy.
func Compresses(file string, size int) bool { return size >= smallest && Compressible(file) }
