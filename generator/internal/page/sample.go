package page

import (
	"reflect"
	"slices"
)

// Sample returns a value of a type with everything in it there, or with every pointer
// there and all else empty. Layouts are tried with Samples when they are loaded.
func Sample[T any](full bool) *T {
	v := new(T)
	fill(reflect.ValueOf(v).Elem(), full, nil)
	return v
}

// fill fills a value. inside are the types around it: one that holds itself does so once.
func fill(v reflect.Value, full bool, inside []reflect.Type) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), full, inside)
	case reflect.Struct:
		if slices.Contains(inside, v.Type()) {
			return
		}
		inside = append(inside, v.Type())
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), full, inside)
			}
		}
	case reflect.Slice:
		if full {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0), full, inside)
			fill(v.Index(1), full, inside)
		}
	case reflect.String:
		if full {
			v.SetString("contoh")
		}
	case reflect.Int:
		if full {
			v.SetInt(1)
		}
	case reflect.Bool:
		v.SetBool(full)
	}
}
