#!/bin/sh
# Makes the simulated plates of this study anew, byte for byte.
set -eu
cd "$(dirname "$0")"
kindlin=../../kindlin
rm -rf data/kinase
rm -rf data/alpha-sma data/sircol data/combination
"$kindlin" lab elisa --out data/alpha-sma --seed 7 && mv data/alpha-sma/truth.json truth-alpha-sma.json
"$kindlin" lab collagen --out data/sircol --seed 7 && mv data/sircol/truth.json truth-sircol.json
"$kindlin" lab combination --out data/combination --seed 2025 --set form=plate --set compound=defactinib --set compound2=paclitaxel \
  --set doses=5 && mv data/combination/truth.json truth-combination.json
# Ki is chosen such that Ki (1 + ATP/Km) + enzyme/2 is the guides' IC50: 0.6 and 0.6, 1.5 and 14 nM.
"$kindlin" lab kinase --out data/kinase --seed 2025 --set target=FAK --set "kmAtp=1.2 uM" --set "enzymeConcentration=0.2 nM" \
  --set "compounds=defactinib=0.0535714285714 nM, PF-562271=0.15 nM, inactive control=1000000 nM"
mv data/kinase/truth.json truth-fak.json && rm data/kinase/layout.csv
mkdir data/pyk2
"$kindlin" lab kinase --out data/pyk2 --seed 2025 --set target=Pyk2 --set "kmAtp=5 uM" --set "enzymeConcentration=0.2 nM" \
  --set "compounds=defactinib=0.1666666666667 nM, PF-562271=4.6333333333333 nM, inactive control=1000000 nM"
mv data/pyk2/truth.json truth-pyk2.json
mv data/pyk2/* data/kinase/
rmdir data/pyk2
# A FAK inhibitor is weak in two-dimensional culture: GR50 of 5 to 24 uM, one line killed, two slowed.
rm -rf data/mtt
"$kindlin" lab viability --out data/mtt --seed 2025 --set "topDose=30 uM" --set fold=2 \
  --set "lines=A549=22 h|7 uM|-0.25, MDA-MB-231=30 h|11 uM|0.1, PANC-1=44 h|15 uM|0.25"
mv data/mtt/truth.json truth-mtt.json
# Rates are assumptions: inhibition of 20 to 60 % by one agent; no raw volumes of defactinib are published.
rm -rf data/xenograft
"$kindlin" lab growth --out data/xenograft --seed 2025 && mv data/xenograft/truth.json truth-xenograft.json
# T cells that divide half as often again under the drug; migrating cells that slow down.
rm -rf data/cfse data/tracks
"$kindlin" lab proliferation --out data/cfse --seed 2025 --set events=2500 --set doses=5 --set fold=5 --set "topDose=10 uM" \
  --set replicates=2 --set divisionIndex=0.9 --set maximumPercent=50 --set "ic50=120 nM"
mv data/cfse/truth.json truth-cfse.json && rm data/cfse/gates.xml
"$kindlin" lab tracks --out data/tracks --seed 2025 --set cells=15 --set frames=48 \
  --set "conditions=vehicle=0.6|25, defactinib 1 uM=0.35|15"
mv data/tracks/truth.json truth-tracks.json
# Hazard ratios, the change of pFAK and the shift of macrophages are assumptions.
rm -rf data/survival data/pfak data/tam data/blot
"$kindlin" lab survival --out data/survival --seed 38 && mv data/survival/truth.json truth-survival.json
"$kindlin" lab biomarker --out data/pfak --seed 21 --set subjects=11 && mv data/pfak/truth.json truth-pfak.json
"$kindlin" lab cytometry --out data/tam --seed 5 --set events=1500 --set donors=3 --set "doses=0, 30, 300, 3000"
mv data/tam/truth.json truth-tam.json
"$kindlin" lab blot --out data/blot --seed 4 && mv data/blot/truth.json truth-blot.json
# Pictures: wounds (one frame out of focus on purpose), membranes, films of adhesions; all effects are assumptions.
rm -rf data/wound data/transwell data/adhesion
"$kindlin" lab wound --out data/wound --seed 11 --set "doses=0, 100, 300, 1000, 3000" --set width=240 --set height=180 \
  --set frames=5 --set "frameInterval=4 h" --set gapWidth=330 --set "spoilt=B2/3=out-of-focus"
mv data/wound/truth.json truth-wound.json
"$kindlin" lab transwell --out data/transwell --seed 11 --set "doses=0, 100, 300, 1000, 3000" --set fields=3 --set width=200 \
  --set height=150 --set cellsPerField=25
mv data/transwell/truth.json truth-transwell.json
"$kindlin" lab adhesion --out data/adhesion --seed 11 --set adhesions=9 --set pitch=32 --set frames=48 \
  --set "frameInterval=1 min" --set bits=8 --set gain=9 --set offset=10 --set brightness=1100 --set ground=300
mv data/adhesion/truth.json truth-adhesion.json
