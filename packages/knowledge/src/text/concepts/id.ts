/** What customers call by many names, in any trade; see `concepts.ts`. */
export const CONCEPTS = `refund pengembalian_dana uang_kembali kembalikan_uang pengembalian_uang balikin_duit balikin_uang refun dana_kembali uang_dikembalikan kembaliin_uang
retur pengembalian_barang kembalikan_barang mengembalikan return balikin_barang mengembalikan_barang pengembalian kirim_balik kembalikan
tukar penukaran ganti_barang menukar tukar_ukuran ganti_baru menukarkan penggantian tuker
batal membatalkan pembatalan batalkan cancel dibatalkan batalin
berhenti_berlangganan putus_kontrak mengakhiri_kontrak stop_langganan berhenti_langganan
hapus menghapus penghapusan tutup_akun hapus_akun dihapus menutup_rekening tutup_rekening hapusin
rusak pecah cacat retak sobek patah kerusakan penyok robek
lecet baret goresan tergores
tidak_berfungsi tidak_bisa_dipakai tidak_jalan tidak_nyala mati_total tidak_bisa_dibuka tidak_menyala tidak_bisa_digunakan
error eror galat pesan_kesalahan bug kode_error crash gangguan force_close hang
masalah kendala problem kesulitan trouble
gagal ditolak penolakan tidak_berhasil kegagalan menolak
salah salah_barang keliru barang_salah salah_kirim tidak_sesuai tidak_sesuai_pesanan
telat terlambat keterlambatan tertunda lambat_sampai delay molor
diterima sudah_sampai telah_sampai tiba menerima nyampe sudah_diterima
belum_sampai belum_diterima tidak_sampai belum_datang belum_terima belum_nyampe belum_masuk tidak_diterima gak_sampai
hilang kehilangan raib lenyap
barang_kurang tidak_lengkap kekurangan
dicuri pencurian kemalingan kecurian dicopet
pengiriman kirim mengirim dikirim antar diantar ngirim
paket bungkusan paketan
ongkir ongkos_kirim biaya_kirim gratis_ongkir biaya_pengiriman bebas_ongkir
estimasi_sampai lama_pengiriman kapan_sampai estimasi_pengiriman
kurir tukang_paket ekspedisi driver sopir jne pengantar jnt sicepat jasa_kirim pos_indonesia
tidak_di_rumah rumah_kosong tetangga satpam tidak_ada_orang
lacak resi nomor_resi cek_resi melacak pelacakan status_pesanan tracking di_mana_paket posisi_paket cek_pesanan
ambil_di_toko ambil_sendiri pickup mengambil_di_toko ambil_langsung
menunggu diproses antrian pending nunggu sedang_diproses tunggu
beli mau_pesan pesan_barang membeli pesanan order pembelian memesan pemesanan belanja orderan checkout
nomor_pesanan riwayat_pesanan nomor_order kode_pesanan
keranjang keranjang_belanja
toko cabang gerai outlet kantor_cabang
harga biaya berapa_harga tarif ongkos harganya berapa_duit biayanya
mahal kemahalan harga_naik
murah lebih_murah termurah
diskon promo kupon potongan voucher kode_promo potongan_harga vocer
gratis cuma_cuma free tanpa_biaya
bayar pembayaran membayar metode_pembayaran dibayar pelunasan cara_bayar
cod bayar_di_tempat bayar_tunai
qris gopay ovo e_wallet dompet_digital shopeepay
cicilan kredit_barang angsuran nyicil paylater mencicil tenor
faktur kwitansi nota tagihan struk invoice bukti_pembayaran kuitansi
pajak ppn npwp faktur_pajak
bea_cukai bea_masuk pajak_impor cukai
tunggakan denda nunggak jatuh_tempo telat_bayar
isi_ulang top_up isi_saldo topup isi_pulsa pulsa
saldo sisa_saldo saldo_akhir
tarik_tunai atm penarikan ambil_uang menarik_uang withdraw uang_tunai tarik_dana
setor deposit setoran menabung tabungan
transfer kirim_uang tf mentransfer pindah_dana
terpotong autodebet dipotong kepotong terdebet autodebit
kartu kartu_kredit kartu_debit kartu_atm visa mastercard
akun rekening profil akunku akun_saya
masuk_akun login log_in masuk_aplikasi tidak_bisa_masuk
logout keluar_akun
daftar registrasi buat_akun mendaftar pendaftaran buka_rekening sign_up
kata_sandi password sandi pin paswod
kode_otp otp kode_verifikasi kode_keamanan
lupa kelupaan tidak_ingat lupa_password lupa_pin
reset atur_ulang memulihkan pemulihan setel_ulang reset_pabrik
terblokir diblokir blokir dibekukan terkunci diblok ditangguhkan
buka_blokir membuka_kunci buka_kunci unblock
aktivasi mengaktifkan aktifkan diaktifkan
ubah mengubah ganti_data perubahan edit mengganti merubah rubah
verifikasi konfirmasi validasi verifikasi_identitas verifikasi_wajah
ktp identitas paspor kartu_identitas nik
alamat kode_pos alamat_pengiriman ganti_alamat
pindah_rumah pindahan pindah_alamat
nomor_hp nomor_telepon no_hp ganti_nomor nomor_handphone no_telp
hp ponsel handphone telepon smartphone iphone
email surel e_mail gmail
newsletter berhenti_menerima spam iklan sms_iklan
cs customer_service petugas agen operator admin layanan_pelanggan orang_asli
hubungi menelepon kontak call_center menghubungi telpon
aplikasi app apk software perangkat_lunak apps
update pembaruan versi_baru perbarui memperbarui versi
situs website web situs_web
internet wifi jaringan koneksi sinyal kuota paket_data
luar_negeri internasional mancanegara roaming
valas mata_uang dolar nilai_tukar kurs_dolar kurs_hari_ini
aman keamanan terpercaya amanah
penipuan ditipu penipu tertipu mencurigakan phishing dibobol hack dihack
dobel dua_kali double duplikat 2x
batas limit maksimal maksimum minimal plafon
cepat segera buru_buru kilat ekspres mendesak
lemot lambat lelet lama_sekali loading_terus
berapa_lama durasi kapan_selesai berapa_hari jangka_waktu
ukuran size dimensi tabel_ukuran panjang_lebar
kekecilan kebesaran kesempitan tidak_muat tidak_pas kegedean
warna warnanya luntur pilihan_warna
bahan kain kulit katun material
kualitas awet mutu tahan_lama
asli palsu ori original kw tiruan
stok tersedia ready ready_stock ketersediaan
habis stok_habis kosong sold_out
kedaluwarsa masa_berlaku kadaluarsa expired hangus
garansi jaminan kartu_garansi klaim_garansi
perbaikan servis memperbaiki reparasi benerin service
perawatan bengkel service_center pusat_servis
suku_cadang sparepart onderdil aksesoris
petunjuk buku_panduan panduan cara_pakai manual tutorial
merakit perakitan pasang memasang pemasangan
instal menginstal install instalasi
pengaturan setting setelan atur
baterai batre daya mengisi_daya ngecas tidak_ngecas boros_baterai
charger cas pengisi_daya kabel adaptor casan
jarak_tempuh daya_jelajah
berisik bunyi suara_aneh bising
bocor kebocoran tahan_air rembes
bekas aus second usang
membersihkan cuci mencuci bersihkan
kartu_hadiah gift_card voucher_hadiah
hadiah kado bungkus_kado bonus
kemasan kardus dus kotak packing
poin loyalitas tukar_poin reward
langganan berlangganan paket_langganan membership
kontrak perjanjian syarat_ketentuan
perpanjang perpanjangan perpanjangan_otomatis memperpanjang
coba_gratis masa_percobaan uji_coba trial
reservasi booking pesan_kamar bookingan
janji_temu jadwal buat_janji
jadwal_ulang ganti_jadwal reschedule ubah_tanggal ganti_tanggal
pesawat penerbangan tiket_pesawat maskapai
kereta tiket bus tiket_kereta
hotel kamar penginapan
liburan wisata perjalanan tur
kursi tempat_duduk pilih_kursi
bagasi koper kabin
check_in boarding_pass cek_in
jam_buka jam_operasional buka_jam_berapa tutup_jam jam_kerja
lowongan lamaran loker karir melamar_kerja rekrutmen
keluhan komplain kecewa pengaduan mengeluh protes
ulasan review penilaian testimoni
privasi data_pribadi kebocoran_data
bahasa bahasa_indonesia bahasa_inggris terjemahan
cetak mencetak printer ngeprint
unduh download mengunduh
unggah upload mengunggah
file berkas dokumen lampiran
foto gambar screenshot tangkapan_layar
mencari cari pencarian ketemu menemukan
bagikan undang mengundang ajak_teman kode_referral
notifikasi pemberitahuan pengingat notif
sinkronisasi cadangan backup sinkron
penyimpanan memori ruang_penyimpanan memori_penuh
layar tampilan monitor display
suara volume speaker mikrofon
kamera lensa webcam
kunci gembok anak_kunci
bluetooth sambungkan pairing
perangkat alat mesin
cocok kompatibel kompatibilitas
perbedaan beda bedanya perbandingan
asuransi klaim polis premi
ganti_rugi kompensasi rugi
nama nama_lengkap ganti_nama username
nomor_rekening no_rek norek
pinjaman utang bunga kpr
perusahaan badan_usaha korporat
grosir reseller distributor waralaba
anak bayi di_bawah_umur
mahasiswa pelajar`;
