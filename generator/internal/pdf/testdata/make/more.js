// Files of PDFKit and pdf-lib, as more.py makes them. Both are packages of npm.
const fs = require("fs"), Kit = require("pdfkit");
const { PDFDocument, rgb, StandardFonts } = require("pdf-lib");
const N = "NIK 3204051207890003", [hidden, written] = process.argv.slice(2);
function kit(folder, way, write, options) {
	const d = new Kit({ size: [400, 400], margin: 0, ...options });
	d.pipe(fs.createWriteStream(`${folder}/pdfkit-${way}.pdf`));
	d.font("Helvetica").fontSize(14).text("Surat untuk umum", 20, 40, { lineBreak: false });
	write(d); d.end();
}
const put = (d, x = 20) => d.text(N, x, 100, { lineBreak: false });
kit(hidden, "white", d => put(d.fillColor("white")));
kit(hidden, "tiny", d => put(d.fontSize(.4)));
kit(hidden, "covered", d => put(d).rect(10, 90, 300, 40).fill("black"));
kit(hidden, "outside", d => put(d, -300));
kit(hidden, "transparent", d => put(d.fillOpacity(0)));
kit(hidden, "clip", d => put(d.save().rect(20, 300, 10, 10).clip()).restore());
kit(written, "note", d => d.note(20, 100, 20, 20, N));
kit(written, "bookmark", d => d.outline.addItem(N));
kit(written, "property", d => { d.info.Subject = N });
kit(written, "field", d => { d.initForm(); d.formText("a", 20, 100, 200, 20, { value: N }) });
kit(written, "alt", d => d.addStructure(d.struct("Figure", { alt: N }, () => d.rect(20, 100, 20, 20).fill("red"))),
	{ tagged: true, pdfVersion: "1.5" });
async function lib(folder, way, write) {
	const d = await PDFDocument.create(), p = d.addPage([400, 400]);
	const font = await d.embedFont(StandardFonts.Helvetica);
	p.drawText("Surat untuk umum", { x: 20, y: 360, size: 14, font });
	await write(p, d, more => p.drawText(N, { x: 20, y: 300, size: 14, font, ...more }));
	fs.writeFileSync(`${folder}/pdflib-${way}.pdf`, await d.save());
}
const other = async () => {
	const d = await PDFDocument.create();
	d.addPage([200, 40]).drawText(N, { x: 2, y: 2, size: 14, color: rgb(1, 1, 1) });
	return d.save();
};
(async () => {
	await lib(hidden, "white", (p, d, put) => put({ color: rgb(1, 1, 1) }));
	await lib(hidden, "tiny", (p, d, put) => put({ size: .4 }));
	await lib(hidden, "covered", (p, d, put) => { put(); p.drawRectangle({ x: 10, y: 290, width: 300, height: 40, color: rgb(0, 0, 0) }) });
	await lib(hidden, "outside", (p, d, put) => put({ x: -300 }));
	await lib(hidden, "transparent", (p, d, put) => put({ opacity: 0 }));
	await lib(hidden, "cropped", (p, d, put) => { put(); p.setCropBox(0, 330, 400, 70) });
	await lib(hidden, "form", async (p, d) => { const [x] = await d.embedPdf(await other()); p.drawPage(x, { x: 20, y: 300 }) });
	await lib(written, "property", (p, d) => d.setSubject(N));
	await lib(written, "unshown", (p, d) => d.getForm().createTextField("a").setText(N));
	await lib(written, "deleted", (p, d) => { d.addPage().drawText(N, { x: 20, y: 300 }); d.removePage(1) });
	await lib(written, "unused", async (p, d) => { await d.embedPdf(await other()) });
})();
