package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// orders are pairs of days of which the second must not be before the first.
var orders = []struct{ first, second [2]string }{
	{[2]string{"date"}, [2]string{"updated"}},
	{[2]string{"date"}, [2]string{"expires"}},
	{[2]string{"publish"}, [2]string{"expires"}},
	{[2]string{"date"}, [2]string{"berlaku_sampai"}},
	{[2]string{"tanggal", "pembuatan"}, [2]string{"tanggal", "revisi"}},
	{[2]string{"tanggal", "pembuatan"}, [2]string{"tanggal", "efektif"}},
	{[2]string{"mulai"}, [2]string{"selesai"}},
	{[2]string{"jangka_waktu", "mulai"}, [2]string{"jangka_waktu", "sampai"}},
}

// checkOrder reports days that are before those they must follow.
func (c *checker) checkOrder(v Value) {
	for _, o := range orders {
		first, second := v.path(o.first), v.path(o.second)
		a, err := disclosure.ParseMoment(first.Text)
		b, err2 := disclosure.ParseMoment(second.Text)
		_, _, timed := a.Clock()
		_, _, timed2 := b.Clock()
		if err == nil && err2 == nil && (b.Day < a.Day || timed && timed2 && b.Before(a)) {
			c.diags.Add(diag.FieldOrder, second.At, name(o.second), b.String(), name(o.first),
				a.String())
		}
	}
}

// path returns the value at a key, or at a key inside a key.
func (v Value) path(p [2]string) Value {
	v = v.Field(p[0])
	if p[1] != "" {
		v = v.Field(p[1])
	}
	return v
}

func name(p [2]string) string {
	if p[1] != "" {
		return p[0] + "." + p[1]
	}
	return p[0]
}
