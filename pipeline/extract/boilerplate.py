"""What stands among an article's paragraphs without belonging to them, told by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.extract.blocks import LINK_END, LINK_START, Block

_MARKS = str.maketrans("", "", LINK_START + LINK_END)

# Each rule: name, what it is for, pattern on a whole line. `_SHORT`: only lines up to that many characters, for openings
# that true sentences may have too.
_SHORT = 220
_LINE_RULES: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (name, limit, re.compile(pattern, re.I))
    for name, limit, pattern in (
        # "Baca juga: Judul lain", "SIMAK JUGA VIDEO: …", "Lihat Juga :", "[Baca: …]"
        ("read-also", 300, r"[\[(>»▶•*–-]*\s*(?:baca|lihat|simak|tonton|saksikan|dengarkan|cek|klik|intip)\s*[,:]?\s*(?:juga|pula|jua|lainnya|selengkapnya|lebih lengkap)\b.*"),
        ("read-also", _SHORT, r"[\[(>»▶•*–-]*\s*(?:baca|lihat|simak|tonton|saksikan)\s*:.*"),
        ("read-also", _SHORT, r"(?:tonton|saksikan|lihat|simak) (?:video|foto|infografis|live streaming)\b.*"),
        ("read-also", _SHORT, r"(?:artikel|berita|video|foto|topik|konten) (?:terkait|lainnya|terpopuler|menarik lainnya|pilihan|rekomendasi|selanjutnya|sebelumnya)\s*:?.{0,150}"),
        ("read-also", _SHORT, r"(?:baca|lihat|simak) (?:berita|artikel|info|informasi|update|konten)\b.{0,60}\b(?:lainnya|lain|menarik|terbaru|di sini|disini|google news|whatsapp|telegram)\b.*"),
        ("read-also", _SHORT, r"(?:also read|read also|read more|see also|related (?:articles?|posts?|news))\b.*"),
        ("embedded-media", _SHORT, r"\[(?:gambas|video|foto|embed|youtube|caption|gallery|twitter|instagram|tiktok|widget)\b[^\]]*\]?.{0,80}"),
        ("shortcode", _SHORT, r"\[/?[a-z][a-z0-9_-]{1,30}(?:\s[^\]]*)?\]"),
        ("shortcode", _SHORT, r"\{\{.*\}\}|%%\w+%%"),
        ("advertisement", _SHORT, r"[-–—=\s(\[]*(?:advertisements?|advertorial|iklan|sponsored|ads(?: by .*)?|pariwara)[-–—=\s:)\]]*"),
        ("advertisement", _SHORT, r"[-–—=\s(\[]*(?:scroll|gulir)\b.{0,30}\b(?:content|membaca|lanjut\w*|bawah)\b.{0,30}"),
        ("advertisement", _SHORT, r"(?:lanjutkan membaca|lanjut(?:kan)? ke bawah|continue reading|baca selengkapnya|selengkapnya|read more)\b.{0,60}"),
        ("share", 80, r"(?:bagikan|share|sebarkan|share this|bagikan ini|bagikan artikel ini|share artikel|follow us|ikuti kami)\b.{0,60}"),
        ("share", 60, r"(?:(?:facebook|twitter|whatsapp|telegram|line|copy link|salin tautan|pinterest|linkedin|email|e-mail|print|cetak|tweet|x|threads|instagram|youtube|tiktok)[\s,|/·•-]*)+"),
        ("share", _SHORT, r"(?:menyukai ini|like this|suka ini|terkait|related|loading|memuat)\s*(?::|\.{3}|…)?\s*(?:suka\s*)?(?:memuat|loading)?\s*(?:\.{3}|…)?"),
        ("channel", 400, r".{0,120}\b(?:google news|saluran whatsapp|whatsapp channel|kanal whatsapp|channel whatsapp|grup telegram|channel telegram|kanal telegram)\b.{0,200}"),
        ("channel", 400, r"(?:ikuti|dapatkan|follow|jangan lewatkan|nikmati|download|unduh|segera|mari|ayo|yuk)\b.{0,140}\b(?:berita|update|info\w*|kabar|artikel|breaking news)\b.{0,120}\b(?:di sini|disini|whatsapp|telegram|google news|aplikasi|instagram|facebook|twitter|tiktok|youtube|newsletter|email|setiap hari|kompas\.com|akun)\b.{0,120}"),
        ("counter", 80, r"(?:dibaca|dilihat|views?|hits|pembaca|viewed|telah dibaca|post views?|total views?|jumlah pembaca|pengunjung)\s*:?\s*[\d.,]*\s*(?:kali|views?|x|k|orang)?"),
        ("counter", 60, r"[\d.,]+\s*[kx]?\s*(?:kali|views?|hits|dibaca|dilihat|shares?|komentar|comments?|pembaca|menit baca|min read)\b.{0,20}"),
        ("counter", 60, r"(?:waktu baca|reading time|estimasi baca|read time)\b.{0,30}"),
        ("tags", _SHORT, r"(?:tags?|label|labels|kategori|category|categories|topik|topics|kata kunci|keywords?|tagar|filed under|ditandai|tagged(?: with)?)\s*[:#].*"),
        ("tags", _SHORT, r"(?:#\w+[\s,]*){2,}|#[A-Za-z]\w+"),
        ("pages", 100, r"(?:halaman|page|hal\.?|pages)\s*:?\s*\d*(?:\s*(?:dari|of|/)\s*\d+)?(?:\s*[\d|»«›‹>]+)*(?:\s*(?:selanjutnya|berikutnya|next|sebelumnya|tampilkan semua|show all|lihat semua))*"),
        ("pages", 60, r"(?:selanjutnya|berikutnya|sebelumnya|next(?: page| post| article)?|prev(?:ious)?(?: page| post| article)?|older posts?|newer posts?|navigasi pos|post navigation|posting lebih (?:baru|lama)|beranda|kembali(?: ke atas)?|back to top)\s*[»«›‹>→←]*"),
        ("comments", 140, r"(?:tinggalkan (?:balasan|komentar)|leave a (?:reply|comment)|posting komentar|kirim komentar|tulis komentar|beri komentar|berikan komentar|komentar(?: anda)?|comments?|batalkan balasan|cancel reply|tidak ada komentar|no comments?|belum ada komentar)\b.{0,100}"),
        ("comments", 300, r"(?:alamat email anda tidak akan dipublikasikan|your email address will not be published|ruas yang wajib ditandai|required fields are marked|simpan nama, email|save my name)\b.*"),
        ("protected-address", 60, r"\[email\s*protected\]"),
        ("copyright", _SHORT, r"(?:copyright|hak cipta|©|\(c\))\s.{0,150}"),
        ("copyright", _SHORT, r"(?:all rights reserved|dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak)|seluruh hak cipta)\b.*"),
        ("appeared-in", 500, r"[(\[*\s]*(?:artikel|berita|tulisan|opini|naskah|konten|kolom|esai)?\s*(?:ini)?\s*(?:telah|sudah|pernah|pertama kali|sebelumnya)\s+(?:di)?(?:tayang|terbit|dimuat|muat|publikasi\w*|siar\w*|rilis)\b.*"),
        ("caption", 300, r"[(\[]?\s*(?:foto|photo|dok|dokumentasi|ilustrasi|gambar|keterangan foto|caption|sumber foto|kredit foto|sumber gambar|image|infografis|grafis|video)\s*(?:ilustrasi|istimewa|oleh|by)?\s*[:/.]\s*.*"),
        ("caption", 120, r"[(\[]\s*(?:foto|dok|ilustrasi|ist|istimewa|antara foto|shutterstock|humas|net)\b[^)\]]{0,100}[)\]]\.?"),
        ("interface", 100, r"(?:loading|memuat|please wait|mohon tunggu|tutup|close|menu|search|cari|beranda|home|login|masuk|daftar|subscribe|berlangganan|langganan|dengarkan(?: artikel)?|listen to this article|aa|font size|ukuran huruf|perbesar|perkecil|print|cetak|pdf|download|unduh)\s*[.:…+-]*"),
        ("cookie-notice", 400, r".{0,80}\b(?:menggunakan cookies?|uses cookies|kebijakan cookie|cookie policy|kebijakan privasi)\b.{0,300}"),
    )
)  # fmt: skip

# "…, katanya. Baca juga: <link>" at the end of, or within, a paragraph.
_INLINE_READ_ALSO = re.compile(
    rf"[\[(]?\s*(?:{LINK_START}\s*)?(?:baca|lihat|simak|tonton)\s*(?:juga|pula|selengkapnya|lainnya)?\s*(?:{LINK_END})?\s*[:;]\s*"
    rf"(?:{LINK_START}[^{LINK_END}]*{LINK_END}|[^.!?]*$)\s*[\])]?",
    re.I,
)
_INLINE_CUTS = (
    ("shortcode", re.compile(r"\[/?(?:yarpp|caption|gallery|embed|audio|video|playlist|contact-form|ads?|adrotate|mc4wp_form|wp_ad_camp|ad_\d+)\b[^\]]*\]")),
    ("protected-address", re.compile(r"\[email\s+protected\]", re.I)),
    ("advertisement", re.compile(r"\b(?:SCROLL TO (?:CONTINUE WITH CONTENT|RESUME CONTENT)|ADVERTISEMENT|Advertisement\s*$)")),
)  # fmt: skip
_LIST_HEADING = re.compile(r"\s*(?:baca|lihat|simak|tonton)\s*(?:juga|pula|lainnya)\s*[:;!]*\s*", re.I)
_AFTER_TEXT = re.compile(
    r"\s*(?:(?:berita|artikel|posts?|tulisan|konten|video|baca) (?:terkait|lainnya|terbaru|terpopuler|populer|selanjutnya|rekomendasi)|"
    r"related (?:posts?|articles?|news|stories)|you may also like|anda mungkin (?:juga )?(?:suka|menyukai).*|mungkin anda suka|rekomendasi(?: untuk anda)?|"
    r"terkait|terpopuler|terkini lainnya|komentar|comments?|tinggalkan (?:balasan|komentar)|leave a (?:reply|comment)|posting komentar.*|"
    r"jangan lewatkan|baca juga|lihat juga|trending|pilihan editor|editor'?s (?:choice|pick)|tentang penulis|about the author|populer)\s*[:!]*\s*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article with the block that it comes from."""

    text: str
    block: Block


@dataclass(frozen=True, slots=True)
class Cleaned:
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[str, ...]  # "rule: text"
    captions: tuple[str, ...]


def clean_blocks(blocks: Iterable[Block]) -> Cleaned:
    """The article's paragraphs out of the blocks of its body; what was cut is kept with the rule that cut it."""
    paragraphs: list[Paragraph] = []
    removed: list[str] = []
    captions: list[str] = []
    in_link_list = False
    waiting = list(blocks)
    for place, block in enumerate(waiting):
        if block.zone == "caption":
            captions.append(_one_line(block.text))
            removed.append(f"caption: {_one_line(block.text)}")
            continue
        if block.zone is not None and not (block.zone == "meta" and block.own_length > 200):
            removed.append(f"zone {block.zone}: {_one_line(block.text)}")
            continue
        if _LIST_HEADING.fullmatch(block.text):
            in_link_list = True
            removed.append(f"read-also: {block.text}")
            continue
        if in_link_list and block.link_length > 0.7 * len(block.text):
            removed.append(f"read-also: {_one_line(block.text)}")
            continue
        in_link_list = False
        if (
            block.kind in ("heading", "p")
            and _AFTER_TEXT.fullmatch(block.text)
            and _only_links_follow(waiting[place + 1 :])
        ):
            removed.extend(f"after the text: {_one_line(one.text)}" for one in waiting[place:])
            break
        for text in _paragraphs_of(block, removed, captions):
            paragraphs.append(Paragraph(text, block))
    return Cleaned(tuple(paragraphs), tuple(removed), tuple(captions))


def line_rule(line: str) -> str | None:
    """The name of the rule by which a whole line is no text of an article; None for text."""
    stripped = line.strip()
    for name, limit, pattern in _LINE_RULES:
        if len(stripped) <= limit and pattern.fullmatch(stripped):
            return name
    return None


def _paragraphs_of(block: Block, removed: list[str], captions: list[str]) -> Iterator[str]:
    kept: list[str] = []
    marked_lines = block.marked.split("\n")
    for marked in marked_lines:
        if not marked.strip():
            kept.append("")
            continue
        plain = marked.translate(_MARKS).strip()
        rule = line_rule(plain)
        if rule is None and _is_link_line(marked, plain, block):
            rule = "link"
        if rule is not None:
            removed.append(f"{rule}: {plain}")
            if rule == "caption":
                captions.append(plain)
            kept.append("")
            continue
        kept.append(_cut_within(marked, removed).translate(_MARKS).strip())
    if block.kind == "pre":
        yield from (one.strip() for one in re.split(r"\n\s*\n", "\n".join(kept)) if one.strip())
        return
    yield from _join_lines(kept)


def _is_link_line(marked: str, plain: str, block: Block) -> bool:
    """A line that is one link and no sentence: a teaser of another article."""
    if block.kind not in ("p", "heading") or not (marked.startswith(LINK_START) and marked.endswith(LINK_END)):
        return False
    return (
        marked.count(LINK_START) == 1
        and len(plain) > 20
        and plain[-1] not in '.!?”"'
        and not plain.startswith(("http", "www."))
    )


def _cut_within(marked: str, removed: list[str]) -> str:
    for name, pattern in (("read-also", _INLINE_READ_ALSO), *_INLINE_CUTS):
        for found in pattern.finditer(marked):
            removed.append(f"{name}: {found.group().translate(_MARKS).strip()}")
        marked = pattern.sub(" ", marked)
    return re.sub(r"  +", " ", marked)


def _join_lines(lines: list[str]) -> Iterator[str]:
    """Paragraphs out of lines between <br>: an empty line, or a line end after a sentence's end, ends a paragraph."""
    current = ""
    for line in lines:
        if not line:
            if current:
                yield current
            current = ""
        elif not current:
            current = line
        elif current[-1] in ".!?:;”\"')]" or not line[0].islower():
            yield current
            current = line
        else:
            current = f"{current} {line}"
    if current:
        yield current


def _only_links_follow(blocks: list[Block]) -> bool:
    """Whether nothing but links and short lines comes after a heading like "Berita terkait"."""
    prose = sum(
        block.own_length for block in blocks if block.zone is None and block.own_length > 140 and block.link_length == 0
    )
    return prose == 0


def _one_line(text: str) -> str:
    return " ".join(text.split())
