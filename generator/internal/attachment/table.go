package attachment

// rules is the table of what is refused in a file, and of what the editor is warned of. Where more
// than one row speaks of a file, the first that is met counts.
//
// The names are those of the formats: ECMA-376 and the MS-OE376, MS-XLSX and MS-OFFMACRO2
// documents for OOXML, OpenDocument 1.3 for ODF, MS-CFB, MS-DOC, MS-XLS and MS-OVBA for OLE,
// ISO 32000-2 for PDF, and RTF 1.9.1.
var rules = []rule{
	// What a browser of the site or the computer of a reader would run.
	{anyFile, inName, "*.html *.htm *.xhtml *.xht *.shtml *.mht *.mhtml *.svg *.xsl *.xslt " +
		"*.js *.mjs *.cjs *.hta *.php *.phtml *.phar *.asp *.aspx *.jsp *.cgi",
		Page, false, "a page of the site's own address may do what the site may"},
	{anyFile, inName, "*.exe *.dll *.sys *.ocx *.cpl *.drv *.msi *.msp *.msix *.appx *.bat " +
		"*.cmd *.com *.scr *.pif *.vbs *.vbe *.jse *.wsf *.wsh *.wsc *.sct *.ps1 *.psm1 *.psd1 " +
		"*.reg *.inf *.swf *.svgz *.wasm *.chm *.hlp *.lnk *.url *.website *.scf *.desktop " +
		"*.application *.gadget *.jar *.jnlp *.class *.apk *.xapk *.ipa *.deb *.rpm *.appimage " +
		"*.run *.sh *.bash *.csh *.command *.pkg *.app *.so *.dylib *.elf *.pl *.py *.pyc *.rb " +
		"*.lua *.air *.library-ms *.search-ms *.settingcontent-ms *.appref-ms *.msc *.xll *.iqy " +
		"*.slk *.diagcab",
		Program, false, "who opens it runs it"},
	{anyFile, inMagic, "MZ|\x7fELF|\xfe\xed\xfa\xce|\xfe\xed\xfa\xcf|\xce\xfa\xed\xfe|" +
		"\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe|dex\n|\x00asm|L\x00\x00\x00\x01\x14\x02\x00|ITSF|#!/|" +
		"#! /|FWS|CWS|ZWS",
		Program, false, "of Windows, Linux, macOS, Java, Android, browsers; under any name"},
	{anyFile, inName, "*.docm *.dotm *.xlsm *.xltm *.xlam *.pptm *.potm *.ppsm *.ppam *.sldm " +
		"*.xla *.xlm *.ppa *.wll *.otm",
		Macro, false, "the ending promises macros"},
	{anyFile, inName, "*.7z *.rar *.r00 *.xz *.txz *.lzma *.zst *.tzst *.lz *.lz4 *.br *.z *.arj " +
		"*.lzh *.ace *.cab *.iso *.img *.dmg *.vhd *.vhdx *.vmdk *.wim *.cpio *.xar *.zipx *.alz " +
		"*.egg",
		Sealed, false, "nobody can say what is in it; a .zip can be looked into"},
	{anyFile, inMagic, "7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\xfd7zXZ\x00|\x28\xb5\x2f\xfd|MSCF",
		Sealed, false, "the same, under another name"},

	// What nobody outside may have.
	{anyFile, inName, "id_rsa id_dsa id_ecdsa id_ed25519 id_ecdsa_sk id_ed25519_sk *.ppk *.pfx " +
		"*.p12 *.jks *.keystore *.kdbx *.kdb *.env .env .env.* *.htpasswd .htpasswd .netrc _netrc " +
		".pgpass .my.cnf .git-credentials .npmrc .pypirc credentials.json wp-config.php* shadow " +
		"*.ovpn *.rdp",
		Key, false, "keys and passwords under their usual names"},
	{anyFile, inName, "*.sql *.sql.* *.dump *.sqlite *.sqlite3 *.db *.db3 *.mdb *.accdb *.mdf " +
		"*.ldf *.ibd *.frm *.myd *.bson *.rdb *.bak",
		Dump, false, "a copy of a database holds more than anybody has looked at"},
	{anyFile, inMagic, "SQLite format 3\x00|PGDMP|\x00\x01\x00\x00Standard Jet DB|" +
		"\x00\x01\x00\x00Standard ACE DB|TAPE\x00\x00|\x6d\xe2\x99\x81|REDIS0",
		Dump, false, "SQLite, pg_dump, Access, SQL Server, mongodump, Redis"},
	{anyFile, inMagic, "PACK\x00\x00\x00\x02|PACK\x00\x00\x00\x03|# v2 git bundle|" +
		"# v3 git bundle|DIRC\x00\x00\x00",
		History, false, "a pack, a bundle or the index of Git"},

	// Archives, whose parts are held to the rows above too.
	{packedFile, inFolder, ".git .svn .hg .bzr cvs .fossil", History, false,
		"all that was ever in the repository, passwords included"},
	{packedFile, inFolder, ".ssh .gnupg .aws .kube .docker", Key, false,
		"where programs keep keys"},
	{packedFile, inName, "*.zip *.tar *.gz *.tgz *.bz2 *.tbz *.tbz2 *.jar *.war", Nested, false,
		"what is packed twice is meant not to be looked into, or forgotten"},

	{pdfFile, inKey, "JavaScript JS XFA OnInstantiate", Script, false, ""},
	{pdfFile, inKey, "Launch ImportData Rendition SubmitForm RichMediaExecute GoToE Movie Sound",
		Action, false, "it starts a program, plays, or sends what a reader has filled in"},
	{pdfFile, inKey, "FFilter FDecodeParms", Action, false, "a stream whose data are elsewhere"},
	{pdfFile, inDict, "AA", Action, false, "actions of the file, of a page or of a field"},
	{pdfFile, inKey, "EmbeddedFile EmbeddedFiles FileAttachment RichMedia Collection", Embedded,
		false, ""},
	{pdfFile, inDict, "EF", Embedded, false, ""},
	{pdfFile, inKey, "GoToR", Linked, true, "a link to a file that readers do not have"},

	{ooxml, inName, "vbaproject*.bin vbadata.xml attachedtoolbars.bin", Macro, false, ""},
	{ooxml, inFolder, "macrosheets dialogsheets", Macro, false, "macros of Excel 4"},
	{ooxml, inFolder, "activex customui webextensions", Control, false,
		"calls macros, or an add-in"},
	{ooxml, inName, "oleobject*.bin", Object, false, ""},
	{ooxml, inRelated, "vbaproject vbaprojectsignature* wordvbadata xlmacrosheet " +
		"xlintlmacrosheet dialogsheet attachedtoolbars", Macro, false,
		"under any name of its part"},
	{ooxml, inRelated, "control activexcontrol* webextension* extensibility", Control, false, ""},
	{ooxml, inRelated, "oleobject afchunk", Object, false, "afchunk is a page or text of its own"},
	{ooxml, inRelated, "connections", Database, false, "names a server, and often a password"},
	{ooxml, inRelated, "externallink", Linked, true, "cells of other workbooks"},
	{ooxml, inRelated, "keymapcustomizations", Macro, true, "keys that start macros"},
	{ooxml, outside, "attachedtemplate", Template, false, ""},
	{ooxml, astray, "attachedtemplate", Linked, true, "a path of the writer's computer"},
	{ooxml, outside, "oleobject frame subdocument afchunk package", Object, false,
		"fetched from elsewhere when the file is opened"},
	{ooxml, outside, "mailmergesource mailmergeheadersource recipientdata", Database, false, ""},
	{ooxml, outside, "*", Linked, true,
		"pictures, films, workbooks and whatever else is elsewhere"},
	{ooxml, inType, "*macroenabled* *vbaproject* *vbadata* *macrosheet*", Macro, false, ""},
	{ooxml, inType, "*activex* *webextension*", Control, false, ""},
	{ooxml, inType, "*oleobject*", Object, false, ""},
	{ooxml, inElement, "ddeLink", DDE, false, ""},
	{ooxml, inElement, "OLEObject oleObj oleLink oleObject binData altChunk", Object, false, ""},
	{ooxml, inElement, "connection", Database, false, ""},
	{ooxml, inField, "DDE DDEAUTO", DDE, false, ""},
	{ooxml, inField, "LINK EMBED", Object, false, "an object of another program"},
	{ooxml, inField, "DATABASE", Database, false, ""},
	{ooxml, inField, "INCLUDETEXT INCLUDEPICTURE INCLUDE IMPORT RD", Linked, true, ""},

	{odf, inFolder, "basic scripts dialogs", Macro, false, "macros in Basic, Python or JavaScript"},
	{odf, inElement, "event-listener script", Macro, false, "an event that starts a macro"},
	{odf, inElement, "dde-connection-decl dde-connection dde-source dde-link", DDE, false, ""},
	{odf, inElement, "object-ole", Object, false, ""},
	{odf, inElement, "plugin applet floating-frame", Control, false, ""},
	{odf, inElement, "section-source table-source cell-range-source", Linked, true, ""},
	{odf, inElement, "database-source-sql database-source-table database-source-query " +
		"connection-resource", Database, false, ""},

	{sheet, inCall, "DDE", DDE, false, "also in ODF"},
	{sheet, inCall, "CALL REGISTER REGISTER.ID EXEC FOPEN FWRITE RUN", Macro, false,
		"functions of Excel 4"},
	{sheet, inCall, "RTD", Program, false, "calls a program of the reader's computer"},
	{sheet, inCall, "WEBSERVICE IMPORTXML IMPORTHTML IMPORTDATA IMPORTFEED IMPORTRANGE IMAGE",
		Linked, true, "tells another site that the file was opened, and what is in it"},

	{oleFile, inStorage, "vba macros _vba_project _vba_project_cur _vba_project_cur~ project " +
		"projectwm", Macro, false, ""},
	{oleFile, inStorage, "objectpool \x01ole10native \x03objinfo mbd* \x01ole10itemname " +
		"equation?native package", Object, false, ""},
	{oleFile, inStorage, "\x03ocxname \x03ocxdata ctls", Control, false, ""},

	{rtfFile, inWord, "object objdata objemb objlink objautlink objsub objpub objicemb objhtml " +
		"objocx objclass objname", Object, false, ""},
	{rtfFile, inWord, "template", Template, false, ""},
	{rtfFile, inWord, "bin", Object, false, "raw bytes, in which no word can be found"},
}
