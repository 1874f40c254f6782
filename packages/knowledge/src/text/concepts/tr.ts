/** What customers call by many names, in any trade; see `concepts.ts`. */
export const CONCEPTS = `para_iadesi geri_ödeme paramı_geri para_iade ücret_iadesi paramı_iade param_iade paramı_geri_istiyorum iade_tutarı geri_ödemesi ücretimi_geri
iade iade_etmek geri_göndermek iade_etme iadesi iade_etmek_istiyorum geri_vermek iade_kodu cayma_hakkı iadem geri_gönderme
değişim değiştirmek değiştirme başka_bir_ürün beden_değişimi takas yenisiyle değişimi ürün_değişimi
iptal iptal_etmek vazgeçmek iptali iptal_etme vazgeçtim iptal_ettim siparişi_iptal
fesih sözleşmeyi_feshetmek fesih_bedeli taahhüt_bozma feshetmek cayma_bedeli
silmek hesap_kapatma silme hesabımı_sil kapatmak hesabı_kapatmak hesap_silme silinmesi kaldırmak
kırık hasarlı bozuk kırıldı arızalı kusurlu hasar ayıplı bozuldu defolu yırtık çatlak kırılmış hasar_görmüş
çizik çizilmiş göçük ezik çizilme
çalışmıyor açılmıyor çalışmamak çalışmayan çalışmadı bozulmuş çalıştıramıyorum çalışmaz
hata hata_mesajı hata_kodu çöküyor donuyor hatası bug hata_veriyor kapanıyor takılıyor
sorun problem sıkıntı arıza sorunu aksaklık
reddedildi onaylanmadı başarısız red ret reddedilme onaylanmıyor reddediliyor
yanlış yanlış_ürün hatalı_ürün farklı_ürün yanlışlıkla hatalı
gecikme gecikti geç_kaldı gecikmeli geciken rötar gecikmesi hala_gelmedi
ulaştı teslim_aldım teslim_edildi geldi ulaşmak teslim_almak ulaşır
gelmedi ulaşmadı teslim_edilmedi elime_ulaşmadı gelmiyor halen_gelmedi teslim_almadım yatmadı elime_geçmedi
kayıp kayboldu kaybettim eksik kaybetmek eksik_ürün kaybolan bulunamıyor
çalındı hırsızlık çalıntı çaldılar çalınan gasp
kargo teslimat gönderi gönderim kargolama kargoya_verilme sevkiyat nakliye kargom kargoya dağıtım
paket koli kutu paketim
kargo_ücreti teslimat_ücreti kargo_bedava ücretsiz_kargo gönderim_ücreti
teslimat_süresi kargo_süresi teslim_tarihi ne_zaman_gelir tahmini_teslimat
kurye kargocu dağıtıcı şoför kuryesi postacı ptt yurtiçi_kargo aras_kargo kargo_firması
evde_yoktum adreste_bulunamadı evde_kimse komşu komşuya adreste_yoktum
kargo_takip takip takip_numarası nerede_kaldı kargom_nerede siparişim_nerede takibi kargo_takibi sipariş_durumu
mağazadan_teslim gel_al mağazadan_alma şubeden_almak teslim_noktası kargo_şubesinden elden_teslim
beklemek bekliyorum bekleme beklemede işlemde sırada hazırlanıyor
satın_almak sipariş almak_istiyorum satın_alma siparişim sipariş_vermek siparişi satın_aldım alışveriş
sipariş_numarası sipariş_onayı siparişlerim sipariş_geçmişi
sepet sepete_ekle sepetim sepete
mağaza şube bayi mağazanız dükkan şubesi
fiyat ücret ne_kadar kaç_para tutar fiyatı ücreti kaç_lira masraf maliyet bedel komisyon
pahalı zam çok_pahalı zamlı
ucuz hesaplı uygun_fiyat daha_ucuz
indirim kupon kampanya promosyon indirim_kodu hediye_çeki kuponu fırsat indirimi kupon_kodu kampanyası
ücretsiz bedava parasız bedelsiz
ödeme ödemek ödeme_yapmak ödedim ödeme_yöntemi ödemem ödemesi
kapıda_ödeme kapıda_nakit
taksit taksitli vade taksitlendirme taksit_seçenekleri taksite
fatura fiş makbuz dekont faturam e_fatura e_arşiv faturası
kdv vergi vergi_numarası stopaj vergisi
gümrük gümrük_vergisi ithalat_vergisi gümrüğe
borç gecikme_faizi icra borcum ödenmemiş
yüklemek kontör bakiye_yükleme tl_yükleme para_yükleme bakiye_yüklemek yükleme
bakiye bakiyem kalan_para bakiyesi
para_çekmek atm bankamatik para_çekme nakit nakit_çekim çekim
para_yatırma yatırmak mevduat para_yatırmak yatırdım
havale eft transfer para_gönderme fast para_transferi para_göndermek
otomatik_ödeme çekildi tahsil_edildi hesabımdan_çekilen tahsilat karttan_çekim ücret_kesildi
kart kredi_kartı banka_kartı kartım kartı sanal_kart
hesap profil üyelik hesabım hesabı hesabıma
giriş oturum_açma giriş_yapmak giremiyorum login oturum_açmak giriş_yapamıyorum
çıkış oturum_kapatma çıkış_yapmak
kayıt üye_olmak kayıt_olmak hesap_açma üye_ol hesap_açmak hesap_oluşturma kaydolmak
şifre parola pin şifrem şifresi pin_kodu
doğrulama_kodu onay_kodu sms_kodu güvenlik_kodu aktivasyon_kodu kod_gelmiyor
unuttum unutmak hatırlamıyorum şifremi_unuttum unutulan unutmuşum
sıfırlama sıfırlamak kurtarma geri_yükleme fabrika_ayarları sıfırla
bloke kilitlendi engellendi askıya_alındı donduruldu kilitli kapatıldı engel kısıtlama
kilidini_açmak bloke_kaldırma engeli_kaldırmak kilit_açma bloke_çözme blokeyi_kaldırmak
aktivasyon etkinleştirmek aktif_etmek etkinleştirme aktifleştirme aktive aktif_hale
güncellemek düzenlemek değişiklik düzeltmek değişikliği düzenleme
doğrulama onaylamak doğrulamak kimlik_doğrulama teyit onaylama
kimlik pasaport nüfus_cüzdanı ehliyet tc_kimlik kimliğim
adres teslimat_adresi posta_kodu adresim adresi adres_değişikliği
taşınma taşındım nakil taşınıyorum ev_değişikliği
telefon_numarası numaram numara_taşıma cep_numarası numara_değiştirme
telefon cep_telefonu akıllı_telefon cep iphone
e_posta mail email eposta e_mail mail_adresi
bülten abonelikten_çıkmak spam reklam_mesajı e_bülten sms_iptali
müşteri_temsilcisi canlı_destek gerçek_kişi müşteri_hizmetleri yetkili temsilci insan çağrı_merkezi destek_ekibi
aramak iletişim arayın ulaşmak_istiyorum iletişime_geçmek telefonla görüşmek
uygulama program yazılım uygulaması aplikasyon
güncelleme yeni_sürüm sürüm versiyon güncellemesi
site web_sitesi internet_sitesi web_sayfası
internet wifi ağ bağlantı modem kablosuz sinyal çekmiyor wi_fi şebeke
yurtdışı yurt_dışı uluslararası roaming yurtdışına yurtdışından
döviz kur dolar euro para_birimi döviz_kuru
güvenli güvenlik güvenilir güvenli_mi
dolandırıcılık dolandırıldım sahte şüpheli dolandırıcı phishing hacklendi dolandırılma bilgim_dışında
iki_kez çift iki_defa mükerrer çift_çekim
limit üst_sınır maksimum en_fazla limiti minimum alt_limit
acil hızlı çabuk acilen ekspres hızlandırma bir_an_önce
yavaş ağır_çalışıyor çok_yavaş yavaşladı
ne_kadar_sürer kaç_gün süre ne_zaman kaç_günde süresi kaç_gün_sürer
beden boyut ölçü ebat ölçüleri beden_tablosu bedeni
büyük_geldi küçük_geldi dar bol olmadı uymadı dar_geldi bol_geldi
renk rengi tonu renk_seçeneği soldu
malzeme kumaş deri pamuk materyal
kalite kaliteli dayanıklı sağlam kalitesi
orijinal sahte_ürün taklit çakma replika
stok stokta mevcut stoğa stokta_var
tükendi stokta_yok kalmadı stokta_kalmadı
süresi_doldu geçerlilik son_kullanma geçersiz son_kullanma_tarihi
garanti garanti_belgesi garantisi garanti_kapsamı
tamir onarım servise_vermek tamiri tamir_ettirmek
servis bakım yetkili_servis teknik_servis servisi
yedek_parça parça aksesuar parçası
kılavuz kullanım_kılavuzu talimat kullanma_kılavuzu nasıl_kullanılır
montaj kurmak monte montajı montaj_hizmeti
kurulum ayarlamak kurulumu
ayar ayarlar seçenek ayarları
pil batarya şarj şarj_olmuyor şarjı
şarj_aleti kablo adaptör priz şarj_cihazı
menzil kilometre
ses_yapıyor gürültü gıcırtı gıcırdıyor gürültülü
sızıntı su_kaçırıyor su_geçirmez akıtıyor
ikinci_el kullanılmış aşınma eskimiş yıpranmış
temizlik yıkama temizlemek yıkamak yıkanır
hediye_kartı hediye_kuponu dijital_kod
hediye hediye_paketi armağan
puan sadakat_programı para_puan puanlarım bonus_puan
abonelik tarife paket_değişikliği aboneliğim abone
sözleşme taahhüt kontrat sözleşmesi
yenileme uzatma otomatik_yenileme uzatmak
deneme deneme_süresi ücretsiz_deneme denemek
rezervasyon rezerve yer_ayırtmak rezervasyonum rezervasyonu
randevu randevu_almak randevum
erteleme tarih_değişikliği ertelemek tarih_değiştirme
uçak uçuş uçak_bileti havayolu uçuşum
bilet otobüs tren sefer biletim
otel oda konaklama odası
seyahat tatil tur gezi
koltuk koltuk_seçimi cam_kenarı
bagaj valiz el_bagajı bavul
check_in biniş_kartı online_check_in otele_giriş
çalışma_saatleri açılış kapanış kaça_kadar_açık kaçta_açılıyor mesai
iş_başvurusu kariyer iş_ilanı özgeçmiş eleman staj cv
şikayet memnun_değilim mağdur şikayetim rezalet mağduriyet memnuniyetsiz
yorum değerlendirme puanlama geri_bildirim
gizlilik kvkk kişisel_veri kişisel_verilerim
dil türkçe ingilizce çeviri
yazdırma yazıcı çıktı yazdırmak
indirme indirmek download indiremiyorum
dosya_yükleme yükleyemiyorum belge_yükleme upload
dosya belge evrak pdf form
fotoğraf resim görsel ekran_görüntüsü foto
arama_yapmak bulmak bulamıyorum aratmak
paylaşmak davet arkadaşını_davet davet_kodu referans
bildirim hatırlatma uyarı bildirimler
senkronizasyon yedekleme yedek bulut senkronize
depolama hafıza bellek depolama_alanı
ekran görüntü monitör ekranı
ses hoparlör mikrofon ses_gelmiyor
kamera lens webcam
anahtar kilit asma_kilit
bluetooth eşleştirme eşleşmiyor
cihaz alet makine cihazım
uyumlu uyumluluk destekliyor
fark karşılaştırma kıyaslama farkı
sigorta poliçe kasko hasar_kaydı
tazminat zarar_tazmini telafi
isim soyadı ad_soyad isim_değişikliği
iban hesap_numarası banka_bilgileri
kredi faiz borç_para ihtiyaç_kredisi
şirket kurumsal firma tüzel
toptan bayilik distribütör tedarikçi
çocuk reşit_olmayan bebek
öğrenci öğrenci_indirimi
geri_dönüşüm eski_cihaz atık`;
