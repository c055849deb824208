# Files of MuPDF: the number is hidden on the page (into the first folder), or written besides it
# (into the second).
import io, sys
import fitz
from PIL import Image
N = "NIK 3204051207890003"
hidden, written = sys.argv[1:]
def page(folder, way, write):
    d = fitz.open(); p = d.new_page(width=400, height=400)
    p.insert_text((20, 40), "Surat untuk umum", fontsize=14); write(p, d)
    d.save(f"{folder}/mupdf-{way}.pdf", garbage=4, deflate=True)
def put(p, x=20, fontsize=14, **more): p.insert_text((x, 100), N, fontsize=fontsize, **more)
def box(p, colour): p.draw_rect(fitz.Rect(10, 80, 300, 110), fill=colour, color=colour)
def image(p, d):
    b = io.BytesIO(); Image.new("RGB", (30, 30), (10, 120, 80)).save(b, "PNG")
    put(p); p.insert_image(fitz.Rect(10, 80, 300, 110), stream=b.getvalue(), keep_proportion=False)
def crop(p, d): put(p); p.set_cropbox(fitz.Rect(0, 0, 400, 70))
def typed(p, d): put(p); box(p, (1, 1, 1)); p.insert_text((20, 100), "[disamarkan oleh PPID]", fontsize=14)
def ondark(p, d): box(p, (0, 0, 0)); put(p, color=(0, 0, 0))
for way, write in dict(
    white=lambda p, d: put(p, color=(1, 1, 1)), tiny=lambda p, d: put(p, fontsize=.4),
    covered=lambda p, d: (put(p), box(p, (0, 0, 0))), invisible=lambda p, d: put(p, render_mode=3),
    outside=lambda p, d: put(p, -300), transparent=lambda p, d: put(p, fill_opacity=0, stroke_opacity=0),
    layer=lambda p, d: put(p, oc=d.add_ocg("rahasia", on=False)), image=image, cropped=crop,
    typed=typed, ondark=ondark).items(): page(hidden, way, write)
def field(p, d, display=0):
    w = fitz.Widget(); w.rect = fitz.Rect(20, 80, 200, 100); w.field_type = fitz.PDF_WIDGET_TYPE_TEXT
    w.field_name = "a"; w.field_value = N; w.field_display = display; p.add_widget(w)
for way, write in dict(
    note=lambda p, d: p.add_text_annot((20, 100), N), bookmark=lambda p, d: d.set_toc([[1, N, 1]]),
    property=lambda p, d: d.set_metadata({"subject": N}), unshown=lambda p, d: field(p, d, 1)).items():
    page(written, way, write)
d = fitz.open()
for text in ["Surat untuk umum", N]: d.new_page(width=400, height=400).insert_text((20, 40), text)
d.save(written + "/mupdf-deleted.pdf"); d = fitz.open(written + "/mupdf-deleted.pdf"); d.delete_page(1); d.saveIncr()
