module maklumat

go 1.26
