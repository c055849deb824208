package content

import "testing"

func TestIsClassFile(t *testing.T) {
	for name, want := range map[string]bool{
		"_kelas.yaml": true, "_Kelas.yaml": true, "_kelas.yml": true, "kelas.yaml": true, "_kelas": true, "_kelas.yaml.txt": true, "_kelas.md": true,
		"kelas.md": false, "kelas-menulis.md": false, "_kelasi.yaml": false, "units.yaml": false,
	} {
		if got := IsClassFile("content/informasi/" + name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
