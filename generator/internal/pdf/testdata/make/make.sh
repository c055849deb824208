#!/bin/sh
# Makes the PDF files beside this folder again, with programs of Debian 12: chromium, weasyprint,
# wkhtmltopdf, libreoffice, ghostscript, texlive-latex-base, groff, qpdf, mupdf-tools, ocrmypdf,
# tesseract-ocr, librsvg2-bin, python3-cairo, python3-reportlab, python3-fitz, php-cli, php-tcpdf,
# libpdf-api2-perl, fop and nodejs, with pdfkit and pdf-lib of npm where node finds them. All names and numbers in them are
# invented. What pdftotext (poppler 22.12) reads of each file in text/ stands beside it.
set -eu
cd "$(dirname "$0")"
text=../text hidden=../hidden written=../written work=$(mktemp -d)
mkdir -p "$text" "$hidden" "$written"
web() { chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$2" "file://$PWD/$1"; }
office() { soffice --headless --convert-to "$2" --outdir "$work" "$1"; }
again() { gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite "$@"; }

python3 text.py "$text"
rsvg-convert -f pdf -o "$text/cairo-peta.pdf" peta.svg
for d in surat sop; do
	web $d.html "$text/chromium-$d.pdf"
	weasyprint -q $d.html "$text/weasyprint-$d.pdf"
	wkhtmltopdf -q $d.html "$text/wkhtmltopdf-$d.pdf"
	soffice --headless --convert-to odt:writer8 --infilter='HTML (StarWriter)' --outdir "$work" $d.html
	for a in 1 2; do
		office "$work/$d.odt" "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"$a\"}}"
		mv "$work/$d.pdf" "$text/libreoffice-$d-pdfa$a.pdf"
	done
	office "$work/$d.odt" docx
	office "$work/$d.docx" pdf:writer_pdf_Export
	mv "$work/$d.pdf" "$text/libreoffice-$d.pdf"
done
office anggaran.csv xlsx
office "$work/anggaran.xlsx" pdf:calc_pdf_Export
mv "$work/anggaran.pdf" "$text/libreoffice-anggaran.pdf"
pdflatex -output-directory "$work" laporan.tex
mv "$work/laporan.pdf" "$text/pdftex-laporan.pdf"
sed 's/\\usepackage\[T1\]{fontenc}//' laporan.tex >"$work/cm.tex"
pdflatex -output-directory "$work" "$work/cm.tex"
mv "$work/cm.pdf" "$text/pdftex-cm.pdf"
groff -Tps pengumuman.tr | ps2pdf - "$text/ghostscript-pengumuman.pdf"
for f in chromium-surat libreoffice-surat pdftex-laporan weasyprint-surat libreoffice-anggaran \
	cairo-poster wkhtmltopdf-surat reportlab-tabel; do
	again -sOutputFile="$text/ghostscript-$f.pdf" "$text/$f.pdf"
done
again -dPDFA=2 -sColorConversionStrategy=RGB -sOutputFile="$text/ghostscript-sop-pdfa.pdf" "$text/chromium-sop.pdf"
for f in libreoffice-sop chromium-surat pdftex-laporan weasyprint-surat wkhtmltopdf-sop; do
	qpdf --linearize --object-streams=generate "$text/$f.pdf" "$text/qpdf-$f.pdf"
done
for f in weasyprint-sop wkhtmltopdf-surat cairo-poster; do
	mutool clean -gggz "$text/$f.pdf" "$text/mutool-$f.pdf"
done
for f in chromium-surat pdftex-laporan libreoffice-sop; do
	pdftoppm -r 130 -gray -png "$text/$f.pdf" "$work/$f"
	gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfimage8 -r130 -sOutputFile="$work/$f.pdf" "$text/$f.pdf"
	ocrmypdf -q --force-ocr -O1 --jpeg-quality 20 "$work/$f.pdf" "$text/ocrmypdf-$f.pdf"
done
tesseract "$work/pdftex-laporan-1.png" "$text/tesseract-pdftex-laporan" pdf
for f in "$text"/*.pdf; do pdftotext "$f"; done

python3 hidden.py "$work" "$hidden"
for k in white tiny covered transparent outside; do
	cp "$work/$k.html" .
	web $k.html "$hidden/chromium-$k.pdf"
	weasyprint -q $k.html "$hidden/weasyprint-$k.pdf"
	wkhtmltopdf -q $k.html "$hidden/wkhtmltopdf-$k.pdf"
	rm $k.html
done
# These programs leave out what nobody would see.
rm -f "$hidden"/chromium-transparent.pdf "$hidden"/chromium-outside.pdf "$hidden"/wkhtmltopdf-tiny.pdf \
	"$hidden"/wkhtmltopdf-transparent.pdf "$hidden"/wkhtmltopdf-outside.pdf "$hidden"/cairo-outside.pdf
for f in chromium-white chromium-covered reportlab-invisible reportlab-image wkhtmltopdf-covered cairo-tiny; do
	again -sOutputFile="$hidden/ghostscript-$f.pdf" "$hidden/$f.pdf"
done

python3 more.py "$hidden" "$written"
php more.php "$hidden" "$written"
perl more.pl "$hidden"
node more.js "$hidden" "$written"
print() { # a way, attributes of the text, and what follows it
	sed "s|STYLE|$2|; s|BOX|$3|" more.fo >"$work/more.fo"
	fop -q "$work/more.fo" "$hidden/fop-$1.pdf"
}
print white 'color="#ffffff"'
print tiny 'font-size="0.4pt"'
print outside 'start-indent="-600pt"'
print covered '' '<fo:block-container absolute-position="absolute" top="50pt" left="0pt" width="300pt" height="40pt" background-color="#000000"><fo:block/></fo:block-container>'
tex() { # a way, and what becomes of the text
	{ echo "\\def\\hide#1{$2}"; cat more.tex; } >"$work/$1.tex"
	pdflatex -interaction=batchmode -output-directory "$work" "$work/$1.tex" >"$work/log"
	mv "$work/$1.pdf" "$hidden/pdftex-$1.pdf"
}
tex white '\textcolor{white}{#1}'
tex tiny '\scalebox{0.03}{#1}'
tex squashed '\scalebox{0.001}[1]{#1}'
tex covered '\leavevmode\rlap{#1}\rule[-4pt]{200pt}{20pt}'
tex outside '\hspace*{-600pt}\mbox{#1}'
tex invisible '\pdfliteral direct{3 Tr}#1\pdfliteral direct{0 Tr}'
rm -r "$work"
