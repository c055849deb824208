import sys
N="NIK 3204051207890003"
css={
 'white':'color:#fff','tiny':'font-size:0.4px','covered':'','transparent':'opacity:0','outside':'position:absolute;left:-600px;top:50px',
}
for k,v in css.items():
    cover='<div style="position:absolute;left:0;top:60px;width:500px;height:80px;background:#000"></div>' if k=='covered' else ''
    pos='position:absolute;left:20px;top:80px;' if k!='outside' else ''
    open(sys.argv[1]+f'/{k}.html','w').write(f'<!doctype html><html><head><meta charset=utf-8><title>x</title><style>body{{position:relative;margin:0;font:14px sans-serif}}</style></head><body><p>Surat untuk umum</p><p style="{pos}{v}">{N}</p>{cover}<p style="position:absolute;top:200px">Penutup surat</p></body></html>')
from reportlab.pdfgen import canvas
def page(k,f):
    c=canvas.Canvas(sys.argv[2]+f'/reportlab-{k}.pdf'); c.setFont("Helvetica",12); c.drawString(72,750,"Surat untuk umum"); f(c); c.showPage(); c.save()
def white(c): c.setFillColorRGB(1,1,1); c.drawString(72,700,N)
def tiny(c): c.setFont("Helvetica",0.4); c.drawString(72,700,N)
def cov(c): c.drawString(72,700,N); c.rect(60,690,300,30,fill=1)
def invis(c):
    t=c.beginText(72,700); t.setTextRenderMode(3); t.textLine(N); c.drawText(t)
def out(c): c.drawString(-400,700,N)
def ondark(c): c.rect(60,690,300,30,fill=1); c.setFillColorRGB(0,0,0); c.drawString(72,700,N)
def alpha(c): c.setFillAlpha(0); c.drawString(72,700,N)
def img(c):
    from PIL import Image
    Image.new("RGB",(30,30),(10,120,80)).save(sys.argv[1]+"/i.png"); c.drawString(72,700,N); c.drawImage(sys.argv[1]+"/i.png",60,690,300,30)
def form(c):
    c.beginForm("F"); c.setFillColorRGB(1,1,1); c.drawString(0,0,N); c.endForm(); c.saveState(); c.translate(72,700); c.doForm("F"); c.restoreState()
for k,f in dict(white=white,tiny=tiny,covered=cov,invisible=invis,outside=out,ondark=ondark,transparent=alpha,image=img,form=form).items(): 
    try: page(k,f)
    except Exception as e: print(k,e)
import cairo
def cp(k,f):
    s=cairo.PDFSurface(sys.argv[2]+f"/cairo-{k}.pdf",400,400); c=cairo.Context(s); c.set_font_size(14); c.move_to(20,40); c.show_text("Surat untuk umum"); f(c); s.finish()
def t(c,x=20): c.move_to(x,100); c.show_text(N)
def cw(c): c.set_source_rgb(1,1,1); t(c)
def cc(c): t(c); c.rectangle(0,70,300,50); c.fill()
def ct(c): c.set_font_size(0.4); t(c)
def co(c): t(c,-300)
for k,f in dict(white=cw,covered=cc,tiny=ct,outside=co).items(): cp(k,f)
c=canvas.Canvas(sys.argv[2]+'/reportlab-part.pdf'); c.setFont("Helvetica",12); c.drawString(72,750,"Surat untuk umum "+N); w=c.stringWidth("Surat untuk umum ","Helvetica",12); c.rect(72+w,745,c.stringWidth(N,"Helvetica",12)+4,16,fill=1); c.showPage(); c.save()
c=canvas.Canvas(sys.argv[2]+'/reportlab-typed.pdf'); c.setFont("Helvetica",12); c.drawString(72,750,"Surat untuk umum"); c.drawString(72,700,N); c.setFillGray(1); c.rect(68,696,250,16,stroke=0,fill=1); c.setFillGray(0); c.drawString(72,700,"[disamarkan oleh PPID]"); c.showPage(); c.save()
