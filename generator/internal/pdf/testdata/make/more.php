<?php // Files of TCPDF, as more.py makes them.
require "/usr/share/php/tcpdf/tcpdf.php";
class Document extends TCPDF {
	function __construct(...$all) { parent::__construct(...$all); $this->tcpdflink = false; }
}
const N = "NIK 3204051207890003";
function page($folder, $way, $write) {
	$p = new Document('P', 'pt', array(400, 400));
	$p->setPrintHeader(false); $p->setPrintFooter(false); $p->SetAutoPageBreak(false);
	$p->AddPage(); $p->SetFont('helvetica', '', 14); $p->Text(20, 30, "Surat untuk umum");
	$write($p); $p->Output(realpath($folder)."/tcpdf-$way.pdf", 'F');
}
$put = fn($p, $x = 20) => $p->Text($x, 90, N);
foreach (array(
	'white' => function($p) use ($put) { $p->SetTextColor(255, 255, 255); $put($p); },
	'tiny' => function($p) use ($put) { $p->SetFont('helvetica', '', 0.4); $put($p); },
	'covered' => function($p) use ($put) { $put($p); $p->Rect(10, 80, 300, 40, 'F', array(), array(0, 0, 0)); },
	'invisible' => function($p) use ($put) { $p->Text(20, 90, N, 0, false, false); },
	'outside' => fn($p) => $put($p, 500),
	'transparent' => function($p) use ($put) { $p->SetAlpha(0); $put($p); },
	'layer' => function($p) use ($put) { $p->startLayer('rahasia', false, false); $put($p); $p->endLayer(); },
	'clip' => function($p) use ($put) { $p->StartTransform(); $p->Rect(20, 300, 10, 10, 'CNZ'); $put($p); $p->StopTransform(); },
	'form' => function($p) { $t = $p->startTemplate(300, 40, true); $p->SetTextColor(255, 255, 255); $p->Text(0, 0, N); $p->endTemplate(); $p->printTemplate($t, 20, 90, 300, 40); },
) as $way => $write) page($argv[1], $way, $write);
foreach (array(
	'note' => fn($p) => $p->Annotation(20, 90, 20, 20, N, array('Subtype' => 'Text', 'Name' => 'Comment')),
	'bookmark' => fn($p) => $p->Bookmark(N),
	'property' => fn($p) => $p->SetKeywords(N),
	'field' => fn($p) => $p->TextField('a', 200, 20, array(), array('v' => N, 'dv' => N), 20, 90),
) as $way => $write) page($argv[2], $way, $write);
