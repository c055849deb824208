# Files of PDF::API2, as more.py makes them.
use strict; use warnings; use PDF::API2;
my ($hidden) = @ARGV; my $number = "NIK 3204051207890003";
sub page {
	my ($way, $x, $size, $before, $after) = @_;
	my $d = PDF::API2->new(); my $p = $d->page(); $p->mediabox(400, 400);
	my $font = $d->corefont('Helvetica');
	my $t = $p->text; $t->font($font, 14); $t->translate(20, 360); $t->text("Surat untuk umum");
	$t = $p->text; $t->font($font, $size); $before->($t, $d) if $before;
	$t->translate($x, 300); $t->text($number); $after->($p) if $after;
	$d->saveas("$hidden/pdfapi2-$way.pdf");
}
page("white", 20, 14, sub { $_[0]->fillcolor('#ffffff') });
page("tiny", 20, 0.4);
page("covered", 20, 14, undef, sub { my $g = $_[0]->gfx; $g->fillcolor('black'); $g->rectxy(10, 290, 300, 320); $g->fill });
page("outside", -300, 14);
page("invisible", 20, 14, sub { $_[0]->render(3) });
page("clipmode", 20, 14, sub { $_[0]->render(7) });
page("transparent", 20, 14, sub { my $e = $_[1]->egstate; $e->transparency(1); $_[0]->egstate($e) });
page("squashed", 20, 14, sub { $_[0]->hscale(0.1) });
