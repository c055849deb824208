import sys
import cairo
s=cairo.PDFSurface(sys.argv[1]+"/cairo-poster.pdf",595,842); c=cairo.Context(s)
c.select_font_face("DejaVu Sans"); c.set_font_size(28); c.move_to(60,100); c.show_text("Pemilihan Serentak 2026")
c.set_font_size(12)
for i,l in enumerate(["Datang ke TPS pukul 07.00 sampai 13.00","Bawa surat pemberitahuan dan KTP elektronik","NIK 3204051207890003 telepon 081234567890"]): c.move_to(60,150+20*i); c.show_text(l)
c.show_page(); c.set_font_size(10); c.move_to(100,400); c.rotate(-3.14159265/2); c.show_text("Halaman kedua miring"); s.finish()
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import SimpleDocTemplate, Table, Paragraph
from reportlab.lib.styles import getSampleStyleSheet
k=canvas.Canvas(sys.argv[1]+"/reportlab-surat.pdf",pagesize=A4); k.setTitle("Surat")
t=k.beginText(72,770); t.setFont("Helvetica",12)
for l in ["Surat Keterangan","Nomor 12/SK/2026","NIK 3204051207890003 dan telepon 081234567890","Dengan hormat, bersama ini disampaikan bahwa"]: t.textLine(l)
k.drawText(t); k.showPage(); k.drawString(72,700,"Halaman kedua"); k.save()
d=SimpleDocTemplate(sys.argv[1]+"/reportlab-tabel.pdf",pagesize=landscape(A4)); st=getSampleStyleSheet()
d.build([Paragraph("Tabel kegiatan contoh",st["Title"]),Table([["No","Kegiatan","NIK penanggung jawab"],["1","Sosialisasi","3204051207890003"],["2","Bimbingan teknis","3204055308900002"]])])
