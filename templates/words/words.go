// Package words holds the words that every site starts from: what its pages say besides its
// documents, in a file for each language.
package words

import "embed"

// Files are the files of this folder, by name: id.yaml, en.yaml.
//
//go:embed *.yaml
var Files embed.FS
